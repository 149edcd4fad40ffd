# The finding lies on the person of the group who is separated, not on one who is merely in the batch: Aki works in another forest
# than the mailbox, so the batch takes nothing from him that he has.
forest "emea" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

forest "apac" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "aki@contoso.com" {
  home = "apac"
}

user_mailbox "eve@contoso.com" {
  home = "emea"
}

mail_enabled_security_group "press@contoso.com" {
  home    = "emea"
  members = ["aki@contoso.com", "eve@contoso.com"]
}

shared_mailbox "news@contoso.com" {
  home = "emea"
}

grant "send_as" {
  recipient = "news@contoso.com"
  delegate  = "press@contoso.com"
}

migration_batch "wave-1" {
  direction     = "onboarding"
  source_forest = "emea"
  members = [
    "aki@contoso.com",
    "eve@contoso.com", # want HYB703 error
  ]
}
