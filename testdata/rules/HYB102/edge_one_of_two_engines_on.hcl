# One engine that writes back is enough.
forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
