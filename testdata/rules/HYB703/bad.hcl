# Amy moves to the cloud. Send As on the shared mailbox exists on-premises only: her next message is refused.
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
  members   = ["amy@contoso.com"] # want HYB703 error
}
