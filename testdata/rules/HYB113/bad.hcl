# Cloud sync replaced Entra Connect. Its write-back is on, but Send on Behalf is not in its mapping list, so Amy, who is still
# on-premises, cannot send on behalf of the boss.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "cloud_sync" {
  agent_version             = "1.1.1107.0"
  exchange_hybrid_writeback = true # want HYB113 warning
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
