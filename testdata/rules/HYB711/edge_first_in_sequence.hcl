# One finding, at the first open batch in sequence; batches that are over or lead back do not count.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

tenant "contoso" {
  exchange_attributes_cloud_managed_by_default = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "cloud"
}

migration_batch "wave-0" {
  direction = "onboarding"
  members   = ["eve@contoso.com"]
  status    = "Completed"
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["eve@contoso.com"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
  after     = ["wave-2"]
}

migration_batch "wave-2" {
  direction = "onboarding" # want HYB711 error
  members   = ["ben@contoso.com"]
}
