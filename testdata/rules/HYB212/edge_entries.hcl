# The same permission, recipient and delegate; the Deny entries themselves are not reported.
forest "corp" {}

shared_mailbox "a@contoso.com" {
  home = "corp"
}

shared_mailbox "b@contoso.com" {
  home = "corp"
}

shared_mailbox "c@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com"]
}

# Both inherited.
grant "full_access" {
  recipient = "a@contoso.com"
  delegate  = "amy@contoso.com" # want HYB212 error
  inherited = true
}

grant "full_access" {
  recipient = "a@contoso.com"
  delegate  = "amy@contoso.com"
  inherited = true
  deny      = true
}

# Send As, inherited, and denied directly.
grant "send_as" {
  recipient = "a@contoso.com"
  delegate  = "amy@contoso.com" # want HYB212 error
  inherited = true
  state     = "existing"
}

grant "send_as" {
  recipient = "a@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

# Another permission, another delegate, another mailbox.
grant "full_access" {
  recipient = "b@contoso.com"
  delegates = ["amy@contoso.com", "team@contoso.com"]
}

grant "send_as" {
  recipient = "b@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

grant "full_access" {
  recipient = "b@contoso.com"
  delegate  = "ann@contoso.com"
  deny      = true
}

grant "full_access" {
  recipient = "c@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

# Built-in principals are denied by default.
grant "full_access" {
  recipient = "c@contoso.com"
  delegate  = "CONTOSO\\Domain Admins"
}

grant "full_access" {
  recipient = "c@contoso.com"
  delegate  = "CONTOSO\\Domain Admins"
  deny      = true
}
