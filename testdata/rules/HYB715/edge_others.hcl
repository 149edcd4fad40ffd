# Tried again, came back, stopped; and a list has no mailbox that could have moved.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "again@contoso.com" {
  home = "corp"
}

user_mailbox "back@contoso.com" {
  home = "corp"
}

user_mailbox "stopped@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home    = "corp"
  members = ["again@contoso.com"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  status    = "CompletedWithWarnings"
  members   = ["again@contoso.com", "back@contoso.com", "list@contoso.com"]
}

migration_batch "wave-1-again" {
  direction = "onboarding"
  members   = ["again@contoso.com"]
}

migration_batch "back" {
  direction = "offboarding"
  status    = "Completed"
  members   = ["back@contoso.com"]
}

migration_batch "stopped" {
  direction = "onboarding"
  status    = "Stopped"
  members   = ["stopped@contoso.com"]
}
