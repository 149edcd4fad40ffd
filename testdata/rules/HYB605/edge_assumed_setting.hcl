# Whether the forest stamps migrated mailboxes is not declared; by default it does not.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB605 warning
}

outlook_delegate {
  state    = "existing"
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB605 note
}
