# A channel from the defaults counts as declared; the finding then lies at the delegate.
forest "corp" {}

defaults {
  channel = "outlook"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com", # want HYB201 error
    "ann@contoso.com", # want HYB201 error
  ]
}

grant "full_access" {
  recipient = "amy@contoso.com"
  delegate  = "ann@contoso.com"
  channel   = "powershell"
}
