# Everybody has arrived.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

migration_batch "wave-1" {
  direction = "onboarding"
  status    = "Completed"
  members   = ["zoe@contoso.com"]
}
