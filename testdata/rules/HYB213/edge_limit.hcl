# Exactly 500 entries are fine, and neither inherited entries nor other permissions nor built-in principals count.
shared_mailbox "full@contoso.com" {
  home = "cloud"
}

# A Deny entry is an entry.
shared_mailbox "denied@contoso.com" { # want HYB213 error
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "full@contoso.com"
  delegates = [for entry in range(500) : "amy@contoso.com"]
}

grant "full_access" {
  recipient = "full@contoso.com"
  delegate  = "amy@contoso.com"
  inherited = true
}

grant "full_access" {
  recipient = "full@contoso.com"
  delegate  = "NT AUTHORITY\\SELF"
}

grant "send_as" {
  recipient = "full@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "denied@contoso.com"
  delegates = [for entry in range(500) : "amy@contoso.com"]
}

grant "full_access" {
  recipient = "denied@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
