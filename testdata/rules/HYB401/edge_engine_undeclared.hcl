# Nobody declared whether write-back is on: it is off by default. Outlook delegates count as Send on Behalf, by default too.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version = "2.5.190.0"
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
  delegate  = "amy@contoso.com" # want HYB401 warning
}

# One level, however much is assumed.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 warning
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB401 warning
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
}

outlook_delegate {
  manager                 = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  send_on_behalf          = true
  established_before_move = true
}
