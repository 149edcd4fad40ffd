# The permission was put on the on-premises object by hand.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "cloud_sync" {
  agent_version             = "1.1.1107.0"
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
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud", "corp"]
}
