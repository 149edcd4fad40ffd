# Given again with -AutoMapping $false; John adds the mailbox by hand.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "john@contoso.com"
  auto_mapping = false
}
