# New recipients are cloud-managed by default, while a wave is still to come.
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

migration_batch "wave-1" {
  direction = "onboarding" # want HYB711 error
  members   = ["amy@contoso.com"]
}
