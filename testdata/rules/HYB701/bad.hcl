# Amy moves in the first wave, the sales mailbox in the second. Until then it does not open by itself any more.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"] # want HYB701 warning
}
