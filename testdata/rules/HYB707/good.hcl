# The permission was given explicitly before the move.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "helpdesk@contoso.com"
  inherited = true
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "helpdesk@contoso.com"
  auto_mapping = false
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"]
}
