# The boss moved half a year before the organization setting was turned on. The object that was left behind says so:
# -2147483642 is SyncedMailboxUser, without the ACLable flag.
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
    recipient_display_type = -2147483642 # want HYB110 warning
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
