# Nobody declared the setting, which is off by default. In Exchange 2010 it does not exist, so that nothing is assumed; with two
# forests and no origin nobody knows.
forest "corp" {
  exchange_version = "2019"
}

forest "old" {
  exchange_version = "2010"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "old-boss@contoso.com" {
  home = "old"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home           = "cloud"
  origin         = "old"
  provisioned_by = "migration"
}

user_mailbox "eva@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB404 warning
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB404 note
}

grant "send_on_behalf" {
  recipient = "old-boss@contoso.com"
  delegate  = "ben@contoso.com" # want HYB404 error
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "eva@contoso.com"
}
