# The wanted address is the primary one; case does not matter.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "info@contoso.com"
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "amy@contoso.com"
  send_from_address = "Info@Contoso.com"
}
