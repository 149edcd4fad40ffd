# Both move on the same day.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_mailbox"
}

migration_batch "wave-1" {
  direction      = "onboarding"
  members        = ["amy@contoso.com"]
  complete_after = "2026-12-05"
}

migration_batch "wave-2" {
  direction      = "onboarding"
  members        = ["room@contoso.com"]
  complete_after = "2026-12-05"
}
