# Carl moved before the organization setting was on. His object on-premises cannot hold permissions, so nobody can promise that
# he gets into the plant's mailbox, which stayed.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "carl@contoso.com" # want HYB204 warning
  access_method = "additional_mailbox"
}
