# The sales mailbox moved before the organization setting was on. John, still on-premises, cannot add it in Outlook.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com" # want HYB203 error
  access_method = "additional_mailbox"
  auto_mapping  = false
}
