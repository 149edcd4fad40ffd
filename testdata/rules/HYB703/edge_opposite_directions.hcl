# Two batches of one step move both ends of a pair, each to the other's side. The finding lies in the batch whose name comes first, the
# message names the batch of the sender.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud"]
}

migration_batch "wave-1" {
  direction      = "onboarding"
  complete_after = "2026-12-05"
  members        = ["sales@contoso.com"] # want HYB703 error
}

migration_batch "wave-2" {
  direction      = "offboarding"
  complete_after = "2026-12-05"
  members        = ["amy@contoso.com"]
}
