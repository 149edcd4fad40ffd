# Dates beat names: the mailbox leaves first, and the same instant in two zones is one step.
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

user_mailbox "zoe@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "support@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}

# Opened in a browser only: there is no auto-mapping to lose. Rooms are HYB712's.
grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "zoe@contoso.com"
  auto_mapping = true
  clients      = ["owa"]
}

grant "full_access" {
  recipient    = "room@contoso.com"
  delegate     = "zoe@contoso.com"
  auto_mapping = true
}

migration_batch "wave-1" {
  direction      = "onboarding"
  members        = ["amy@contoso.com"]
  complete_after = "2026-12-20"
}

migration_batch "wave-2" {
  direction      = "onboarding"
  members        = ["sales@contoso.com"] # want HYB701 warning
  complete_after = "2026-12-05"
}

migration_batch "wave-3" {
  direction      = "onboarding"
  members        = ["support@contoso.com"]
  complete_after = "2027-01-09T22:00:00Z"
}

migration_batch "wave-4" {
  direction      = "onboarding"
  members        = ["ben@contoso.com"]
  complete_after = "2027-01-09T23:00:00+01:00"
}
