# As a text 2.10.0.0 comes before 2.5.79.0; as numbers it does not.
directory_sync "entra_connect" {
  version = "2.10.0.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}
