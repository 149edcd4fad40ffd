# The delegate moves; a group with one person who moves; a pair that is split already; two on-premises forests.
forest "emea" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

forest "apac" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "emea"
}

user_mailbox "assistant@contoso.com" {
  home = "emea"
}

user_mailbox "temp@contoso.com" {
  home = "emea"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "emea"
  members = ["assistant@contoso.com", "temp@contoso.com"]
}

user_mailbox "aki@contoso.com" {
  home = "apac"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "assistant@contoso.com"
}

outlook_delegate {
  state    = "existing"
  manager  = "boss@contoso.com"
  delegate = "team@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "temp@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "aki@contoso.com"
}

migration_batch "wave-1" {
  direction     = "onboarding"
  source_forest = "emea"
  members       = ["assistant@contoso.com"] # want HYB705 warning, HYB705 warning
}

migration_batch "wave-2" {
  direction     = "onboarding"
  source_forest = "apac"
  members       = ["aki@contoso.com"]
}
