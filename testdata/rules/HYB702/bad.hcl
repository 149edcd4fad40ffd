# Amy reads the boss's calendar. The boss moves, Amy stays.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["boss@contoso.com"] # want HYB702 warning
}
