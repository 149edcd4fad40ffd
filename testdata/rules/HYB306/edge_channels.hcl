# Everything that says that a user gave it, and everything that does not.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "admin@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "owa" # want HYB306 error
}

grant "send_as" {
  recipient  = "ben@contoso.com"
  delegate   = "amy@contoso.com"
  granted_by = "owner" # want HYB306 error
}

grant "send_as" {
  recipient  = "ben@contoso.com"
  delegate   = "amy@contoso.com"
  channel    = "powershell"
  granted_by = "ben@contoso.com" # want HYB306 error
}

# Both are wrong; that is one finding.
grant "send_as" {
  recipient  = "ben@contoso.com"
  delegate   = "amy@contoso.com"
  channel    = "outlook" # want HYB306 error
  granted_by = "owner"
}

grant "send_as" {
  recipient  = "ben@contoso.com"
  delegate   = "amy@contoso.com"
  channel    = "eac"
  granted_by = "admin@contoso.com"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "m365_admin_center"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
}

# How an existing entry was made does not matter.
grant "send_as" {
  state     = "existing"
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "outlook"
}

# Send on Behalf is what Outlook gives.
grant "send_on_behalf" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "outlook"
}
