# Mailboxes move every week, and their objects are left behind without the stamp that permissions need.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false # want HYB103 warning
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
