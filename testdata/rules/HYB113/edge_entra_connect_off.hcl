# Both engines run, but Entra Connect does not write back.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true # want HYB113 warning
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
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
