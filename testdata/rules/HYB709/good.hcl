# The setting was switched on first.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
