# Stamped by hand afterwards: -1073741818 is ACLableSyncedMailboxUser. Who moved later needed nothing more.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-06-01"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
