# Carl's object was stamped: -1073741818 is ACLableSyncedMailboxUser.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "carl@contoso.com"
  access_method = "additional_mailbox"
}
