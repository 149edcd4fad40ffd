# The minimum itself, with three parts.
directory_sync "entra_connect" {
  version = "2.5.79"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}
