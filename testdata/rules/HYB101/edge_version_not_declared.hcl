# A version that is not declared counts as new enough, and the agent of cloud sync has another numbering.
forest "corp" {}

directory_sync "entra_connect" {}

directory_sync "cloud_sync" {
  agent_version = "1.1.100.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
