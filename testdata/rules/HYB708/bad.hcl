# The warehouse gets in through a security group without an address. Exchange Online does not know it, so the entry is not migrated.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

security_group "CONTOSO\\Warehouse" {
  home = "corp"
}

shared_mailbox "stock@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "stock@contoso.com"
  delegate  = "CONTOSO\\Warehouse"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["stock@contoso.com"] # want HYB708 error
}
