# Ben believes that he gave Amy the right to send as himself, in Outlook.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "outlook" # want HYB306 error
}
