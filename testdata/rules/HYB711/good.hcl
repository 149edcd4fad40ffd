# The default is on-premises until the last mailbox has moved.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

tenant "contoso" {
  exchange_attributes_cloud_managed_by_default = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
