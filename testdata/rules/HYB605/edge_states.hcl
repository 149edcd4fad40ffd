forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "crm@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  used_by        = "application"
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"
}

# Delegates that are there stay there.
outlook_delegate {
  state    = "existing"
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB605 note
}

outlook_delegate {
  manager                 = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  established_before_move = true
}

outlook_delegate {
  manager                 = "eve@contoso.com"
  delegate                = "amy@contoso.com" # want HYB605 error
  established_before_move = false
}

# An application has to be added like a person.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "crm@contoso.com" # want HYB605 error
}

# One forest; nobody knows how the mailbox was made.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "eve@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "unknown@contoso.com"
}
