forest "corp" {
  exchange_version = "2019"
}

security_group "CONTOSO\\Helpdesk" {
  home = "corp"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home = "corp"
}

user_account "CONTOSO\\svc-archive" {
  home = "corp"
}

shared_mailbox "archive@contoso.com" {
  home = "corp"
}

shared_mailbox "cloud-archive@contoso.com" {
  home = "cloud"
}

# The group is not listed either; that it is not mail-enabled is a note of its own.
grant "full_access" {
  recipient = "archive@contoso.com"
  delegate  = "CONTOSO\\Helpdesk" # want HYB805 error, HYB806 note
  channel   = "eac"
}

grant "full_access" {
  recipient = "archive@contoso.com"
  delegate  = "helpdesk@contoso.com"
  channel   = "eac"
}

grant "full_access" {
  recipient = "archive@contoso.com"
  delegate  = "CONTOSO\\svc-archive"
}

grant "full_access" {
  state     = "existing"
  recipient = "archive@contoso.com"
  delegate  = "CONTOSO\\svc-archive"
  channel   = "eac"
}

# On a cloud mailbox such a delegate is HYB802's.
grant "full_access" {
  recipient = "cloud-archive@contoso.com"
  delegate  = "CONTOSO\\svc-archive" # want HYB802 warning
  channel   = "eac"
}
