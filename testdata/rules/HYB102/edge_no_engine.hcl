# There is no synchronization at all, so there is nothing to switch on.
forest "corp" {}

directory_sync "none" {}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
