# The last number decides, missing parts are 0, and the homes of the mailboxes make no difference: everybody is in the cloud here.
directory_sync "entra_connect" {
  version = "2.5.78.65535" # want HYB116 error
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}
