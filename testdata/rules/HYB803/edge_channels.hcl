# Every type that only PowerShell offers, and what is not reported.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

arbitration_mailbox "approvals@contoso.com" {
  home = "corp"
}

mail_user "ann@fabrikam.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "approvals@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac" # want HYB803 error
}

grant "full_access" {
  recipient = "ann@fabrikam.com"
  delegate  = "amy@contoso.com"
  channel   = "eac" # want HYB803 error
}

grant "full_access" {
  recipient = "project@contoso.com"
  delegate  = "adele@contoso.com"
  channel   = "eac" # want HYB803 error
}

# Nothing says how it is done.
grant "full_access" {
  recipient = "approvals@contoso.com"
  delegate  = "amy@contoso.com"
}

# It is done.
grant "full_access" {
  state     = "existing"
  recipient = "approvals@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac"
}

# The EAC offers shared mailboxes. Send on Behalf on one is HYB804's.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac"
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "eac" # want HYB804 error
}
