# Over the years 501 people got Full Access to the support mailbox one by one; 500 entries is all that a mailbox takes. Most of
# them have left, and only the security identifiers of their accounts are there.
shared_mailbox "support@contoso.com" { # want HYB213 error
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  state     = "existing"
  recipient = "support@contoso.com"
  delegates = concat(["amy@contoso.com"], [for n in range(500) : "S-1-5-21-1004336348-1177238915-682003330-${1000 + n}"])
}
