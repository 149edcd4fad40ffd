# The batch is completed, and Amy is still on-premises.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

migration_batch "wave-1" {
  direction = "onboarding"
  status    = "CompletedWithErrors"
  members = [
    "zoe@contoso.com",
    "amy@contoso.com", # want HYB715 warning
  ]
}
