# Amy is planned for two waves: she moves with the first, and the second fails for her.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}

migration_batch "wave-2" {
  direction = "onboarding"
  members = [
    "ben@contoso.com",
    "amy@contoso.com", # want HYB714 error
  ]
}
