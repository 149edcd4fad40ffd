# The group is mail-enabled and synchronized.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

mail_enabled_security_group "warehouse@contoso.com" {
  home = "corp"
}

shared_mailbox "stock@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "stock@contoso.com"
  delegate  = "warehouse@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["stock@contoso.com"]
}
