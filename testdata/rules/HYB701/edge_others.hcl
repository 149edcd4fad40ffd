# The mailbox moves alone. The finding lies on the member that is decisive; each delegate has one.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dora@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

user_account "CONTOSO\\svc-backup" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "other@contoso.com" {
  home = "corp"
}

# Undeclared auto-mapping: a note.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
}

# An entry that exists is no different.
grant "full_access" {
  state        = "existing"
  recipient    = "sales@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}

# Off, inherited, a group, an account without a mailbox, an application.
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "eve@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "dora@contoso.com"
  auto_mapping = true
  inherited    = true
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegates    = ["helpdesk@contoso.com", "CONTOSO\\svc-backup", "crm@contoso.com"]
  auto_mapping = true
}

# Send on Behalf alone is supported between the sides.
grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "eve@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "other@contoso.com",
    "sales@contoso.com", # want HYB701 note, HYB701 warning
  ]
}

# A batch that is over is not looked at.
migration_batch "wave-0" {
  direction = "onboarding"
  status    = "CompletedWithErrors"
  members   = ["sales@contoso.com"]
}
