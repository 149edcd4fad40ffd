# Nobody has moved yet, but the first wave is on its way out of one forest. The other one has a wave that is over.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false # want HYB103 warning
}

forest "emea" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "emea"
}

migration_batch "wave-1" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["amy@contoso.com"]
}

migration_batch "pilot" {
  direction     = "onboarding"
  source_forest = "emea"
  members       = ["ben@contoso.com"]
  status        = "Stopped"
}
