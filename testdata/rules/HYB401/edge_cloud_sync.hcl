# Cloud sync alone: its mapping list has no publicDelegates, whatever its own switch says.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
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
  delegate  = "amy@contoso.com" # want HYB401 error
}
