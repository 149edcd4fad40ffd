# A member that cannot move begins nothing.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "gone@contoso.com" {
  home = "cloud"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["gone@contoso.com"] # want HYB713 error
}

migration_batch "wave-2" { # want HYB709 warning
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}

migration_batch "wave-3" {
  direction = "onboarding"
  members   = ["ben@contoso.com"]
}
