# A channel from the defaults counts as declared; the finding stands at the delegate.
forest "corp" {
  exchange_version = "2019"
}

defaults {
  channel = "outlook"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com" # want HYB306 error
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac"
}
