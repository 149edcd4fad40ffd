forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "cloud"
}

# An explicit entry of another permission does not help; a denied one is none.
grant "send_as" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "ben@contoso.com"
  inherited = true
}

grant "full_access" {
  state        = "existing"
  recipient    = "sales@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = false
}

# Built-in principals.
grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegates = ["NT AUTHORITY\\SYSTEM", "CONTOSO\\Exchange Servers"]
  inherited = true
}

grant "full_access" {
  state     = "existing"
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  inherited = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB707 error
}

# The delegate moves, and a mailbox moves back.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["ben@contoso.com"]
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["info@contoso.com"]
}
