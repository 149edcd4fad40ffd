# Cloud sync alone: the finding lies there.
forest "corp" {}

directory_sync "cloud_sync" {
  agent_version             = "1.1.1107.0"
  exchange_hybrid_writeback = false # want HYB102 warning
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
