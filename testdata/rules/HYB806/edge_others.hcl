forest "corp" {
  exchange_version = "2019"
}

security_group "CONTOSO\\Helpdesk" {
  home        = "corp"
  group_scope = "global"
}

user_account "CONTOSO\\svc-backup" {
  home = "corp"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

shared_mailbox "cloud-support@contoso.com" {
  home = "cloud"
}

# An entry that exists is the same note.
grant "full_access" {
  state     = "existing"
  recipient = "support@contoso.com"
  delegate  = "CONTOSO\\Helpdesk" # want HYB806 note
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "CONTOSO\\Helpdesk"
  inherited = true
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "CONTOSO\\svc-backup"
}

grant "full_access" {
  state     = "existing"
  recipient = "support@contoso.com"
  delegates = ["CONTOSO\\Organization Management", "BUILTIN\\Administrators"]
}

grant "full_access" {
  recipient = "cloud-support@contoso.com"
  delegate  = "CONTOSO\\Helpdesk" # want HYB802 error
}
