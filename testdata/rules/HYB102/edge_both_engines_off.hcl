# Two engines, and neither writes back: one finding, at Entra Connect.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = false
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false # want HYB102 warning
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
