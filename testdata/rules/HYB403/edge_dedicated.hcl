# A dedicated tenant, whatever the synchronization. HYB401 is never reported beside it.
tenant "contoso" {
  offering = "dedicated_itar"
}

forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "stayed@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "cloud@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# An existing entry is not lowered.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB403 error
}

grant "send_on_behalf" {
  recipient               = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  established_before_move = true
}

grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  unknown_in = ["corp"]
}

# One side, and the other direction, which is synchronized.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "cloud@contoso.com"
}

grant "send_on_behalf" {
  recipient = "stayed@contoso.com"
  delegate  = "cloud@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB403 warning
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com" # want HYB403 error
  send_on_behalf = true
}
