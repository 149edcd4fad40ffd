# With its write-back off, HYB102 has said all there is to say about the engine.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = false # want HYB102 warning
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}
