# Another forest, the wrong way, a batch that is completing, and batches that are over.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

forest "emea" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "emea"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

mail_contact "partner@fabrikam.com" {
  home = "corp"
}

migration_batch "wave-1" {
  direction     = "onboarding"
  source_forest = "corp"
  members = [
    "amy@contoso.com",
    "eve@contoso.com", # want HYB713 error
  ]
}

migration_batch "back" {
  direction     = "offboarding"
  source_forest = "corp"
  members       = ["ben@contoso.com"] # want HYB713 error
}

migration_batch "through" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["zoe@contoso.com"]
  status        = "Completing"
}

# What is no mailbox is told at every place, not as listed twice.
migration_batch "wave-2" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["partner@fabrikam.com"] # want HYB713 error
}

migration_batch "wave-3" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["partner@fabrikam.com"] # want HYB713 error
}

migration_batch "over" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["partner@fabrikam.com", "eve@contoso.com"]
  status        = "Failed"
}
