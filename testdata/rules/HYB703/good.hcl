# The entry was added in Exchange Online before the wave.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"]
}
