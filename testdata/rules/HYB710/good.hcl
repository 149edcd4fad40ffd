# They move together, and auto-mapping goes on.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "left@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

grant "full_access" {
  recipient    = "left@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["ben@contoso.com", "left@contoso.com"]
}
