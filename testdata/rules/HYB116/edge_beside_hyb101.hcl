# So old that it could not write Send on Behalf back either: two findings on one line. The agent of cloud sync has another numbering.
forest "corp" {}

directory_sync "entra_connect" {
  version = "1.1.486.0" # want HYB101 warning, HYB116 error
}

directory_sync "cloud_sync" {
  agent_version = "1.1.1107.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
