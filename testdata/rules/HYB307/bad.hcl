# Amy is to send as an alias of the info mailbox. Send As uses the primary address.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "info@contoso.com"
  email_addresses      = ["SMTP:info@contoso.com", "smtp:information@contoso.com"]
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "amy@contoso.com"
  send_from_address = "information@contoso.com" # want HYB307 warning
}
