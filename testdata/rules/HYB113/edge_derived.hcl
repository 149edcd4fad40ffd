# The Send on Behalf that an Outlook delegate brings along counts. HYB401 stands beside it: one names the engine, one the grant.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true # want HYB113 warning
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com" # want HYB401 error
  send_on_behalf = true
}
