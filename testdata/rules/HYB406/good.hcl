# Amy sends on behalf of the mailbox, Ben sends as the mailbox.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
}
