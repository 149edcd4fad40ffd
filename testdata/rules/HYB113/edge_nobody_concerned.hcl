# Every Send on Behalf is where it is needed: the entry travelled with the mailbox, the delegate is in the cloud, the owner is
# on-premises, the dialog did not give it, or nobody knows.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient               = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  state                   = "existing"
  established_before_move = true
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "carl@contoso.com"
}

grant "send_on_behalf" {
  recipient = "plant@contoso.com"
  delegates = ["amy@contoso.com", "carl@contoso.com"]
}

grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "plant@contoso.com"
  unknown_in = ["corp"]
}

outlook_delegate {
  manager        = "carl@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
}
