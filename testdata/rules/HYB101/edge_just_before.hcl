# Cloud sync beside it changes nothing: its agent has another numbering.
forest "corp" {}

directory_sync "entra_connect" {
  version = "1.1.552.0" # want HYB101 warning
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
