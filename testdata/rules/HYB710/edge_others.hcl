# Undeclared auto-mapping makes it a warning. It replaces HYB701 for the same grant only.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
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

user_mailbox "scanner@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

user_mailbox "left@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "left@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "eve@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "left@contoso.com"
  delegates    = ["helpdesk@contoso.com", "scanner@contoso.com"]
  auto_mapping = true
}

grant "full_access" {
  recipient    = "left@contoso.com"
  delegate     = "eve@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "left@contoso.com"
  delegate     = "dora@contoso.com"
  auto_mapping = true
  inherited    = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "left@contoso.com",  # want HYB710 warning
    "sales@contoso.com", # want HYB701 warning
  ]
}
