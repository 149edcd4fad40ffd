# Back to on-premises; and a pair that is on two sides today is HYB206's, not the batch's.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

shared_mailbox "info@contoso.com" {
  home = "cloud"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "old@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "info@contoso.com"
  delegate     = "adele@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "info@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "old@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["adele@contoso.com"] # want HYB701 warning
}

# Each batch is judged by itself.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["old@contoso.com"] # want HYB701 warning
}
