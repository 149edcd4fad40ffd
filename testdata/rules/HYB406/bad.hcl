# Amy has both permissions for the info mailbox. Exchange always uses Send As.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com" # want HYB406 note
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}
