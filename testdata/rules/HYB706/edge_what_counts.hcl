# One granting mailbox only; permissions that cross the sides without harm; an Outlook delegate's rows; a group; an application.
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

mail_enabled_security_group "office@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "orders@contoso.com" {
  home = "corp"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

shared_mailbox "cloud-info@contoso.com" {
  home = "cloud"
}

# Amy: one mailbox, twice; the other one is on the other side already.
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Editor"]
}

grant "full_access" {
  recipient    = "cloud-info@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

# Ben: no auto-mapping, Send on Behalf, inherited rights.
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = false
}

grant "send_on_behalf" {
  recipient = "orders@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "ben@contoso.com"
  inherited = true
}

# Eve: the delegate of the boss, and one mailbox.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "eve@contoso.com"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "eve@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "eve@contoso.com"
  auto_mapping = true
}

# Dora holds hers through a group, the application opens nothing in Outlook.
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegates    = ["office@contoso.com", "crm@contoso.com"]
  auto_mapping = true
}

grant "full_access" {
  recipient    = "orders@contoso.com"
  delegates    = ["office@contoso.com", "crm@contoso.com"]
  auto_mapping = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB701 warning, HYB702 warning, HYB701 warning
}

# Nothing of a set is in this one.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["dora@contoso.com"]
}
