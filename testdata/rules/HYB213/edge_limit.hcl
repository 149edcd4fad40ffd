# Exactly 500 different entries are fine, and neither repeated nor inherited entries, other permissions or built-in principals count.
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
  state     = "existing"
  recipient = "full@contoso.com"
  delegates = concat(["amy@contoso.com"], [for n in range(499) : "S-1-5-21-1004336348-1177238915-682003330-${1000 + n}"])
}

grant "full_access" {
  state     = "existing"
  recipient = "full@contoso.com"
  delegates = ["amy@contoso.com", "AMY@contoso.com", "s-1-5-21-1004336348-1177238915-682003330-1001"]
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
  state     = "existing"
  recipient = "denied@contoso.com"
  delegates = concat(["amy@contoso.com"], [for n in range(499) : "S-1-5-21-1004336348-1177238915-682003330-${1000 + n}"])
}

grant "full_access" {
  recipient = "denied@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
