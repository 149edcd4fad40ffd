# The object was stamped afterwards: -1073741818 is ACLableSyncedMailboxUser.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_mailbox"
  auto_mapping  = false
}
