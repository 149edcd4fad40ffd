# The organization setting is on: what moves from now on is stamped.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
