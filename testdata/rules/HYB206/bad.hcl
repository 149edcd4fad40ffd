# The sales mailbox has moved, John has not. His administrator expects that it still opens by itself.
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
  auto_mapping = true # want HYB206 warning
}
