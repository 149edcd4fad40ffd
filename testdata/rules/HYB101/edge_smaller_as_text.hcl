# As a text 1.1.1107.0 comes before 1.1.553.0; as numbers it does not.
forest "corp" {}

directory_sync "entra_connect" {
  version = "1.1.1107.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
