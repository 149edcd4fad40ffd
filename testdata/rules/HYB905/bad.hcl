# The ticket adds Amy with a plain value, which replaces the list: Ben loses the permission.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "send_on_behalf" {
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "replace" # want HYB905 warning
}
