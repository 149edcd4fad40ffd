# Over the years 501 people got Full Access to the support mailbox one by one; 500 entries is all that a mailbox takes. In a real
# file they have names of their own. Here one name stands for all of them: entries are counted, not people.
shared_mailbox "support@contoso.com" { # want HYB213 error
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegates = [for entry in range(501) : "amy@contoso.com"]
}
