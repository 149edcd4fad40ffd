# Several forests: the version says whether the setting exists, and an undeclared one is off by default, which is a note.
forest "se" {
  exchange_version = "SE"
}

forest "cu10" {
  exchange_version              = "2013"
  cumulative_update             = 10
  aclable_synced_object_enabled = false
}

forest "cu9" {
  exchange_version              = "2013"
  cumulative_update             = 9
  aclable_synced_object_enabled = false
}

forest "cu-unknown" {
  exchange_version              = "2013"
  aclable_synced_object_enabled = false
}

forest "old" {
  exchange_version = "2010"
}

forest "unknown" {
  aclable_synced_object_enabled = false
}

user_mailbox "amy@contoso.com" {
  home = "se"
}

user_mailbox "ben@contoso.com" {
  home = "cu10"
}

user_mailbox "eve@contoso.com" {
  home = "cu9"
}

user_mailbox "dora@contoso.com" {
  home = "cu-unknown"
}

user_mailbox "fay@contoso.com" {
  home = "old"
}

user_mailbox "gil@contoso.com" {
  home = "unknown"
}

migration_batch "w-se" {
  direction     = "onboarding"
  source_forest = "se" # want HYB709 note
  members       = ["amy@contoso.com"]
}

migration_batch "w-cu10" {
  direction     = "onboarding"
  source_forest = "cu10" # want HYB709 warning
  members       = ["ben@contoso.com"]
}

migration_batch "w-cu9" {
  direction     = "onboarding"
  source_forest = "cu9"
  members       = ["eve@contoso.com"]
}

migration_batch "w-cu-unknown" {
  direction     = "onboarding"
  source_forest = "cu-unknown"
  members       = ["dora@contoso.com"]
}

migration_batch "w-old" {
  direction     = "onboarding"
  source_forest = "old"
  members       = ["fay@contoso.com"]
}

migration_batch "w-unknown" {
  direction     = "onboarding"
  source_forest = "unknown"
  members       = ["gil@contoso.com"]
}
