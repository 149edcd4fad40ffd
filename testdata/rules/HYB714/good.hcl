# A batch that failed is tried again.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
  status    = "Failed"
}

migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
