# Only system mailboxes are left on-premises; nobody there needs permissions any more.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}
