# Every member is a mailbox at the source.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["zoe@contoso.com"]
}
