# The first wave starts before the setting is on: the mailboxes in it cannot be used in permissions afterwards.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

migration_batch "wave-1" { # want HYB709 warning
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
