# Both move.
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
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com", "amy@contoso.com"]
}
