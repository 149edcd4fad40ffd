# Names are what they stand for; the sequence decides which is the second; twice in one list is a slip.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home            = "corp"
  email_addresses = ["SMTP:amy@contoso.com", "smtp:amelia@contoso.com"]
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

migration_batch "a" {
  direction = "onboarding"
  members   = ["amelia@contoso.com"] # want HYB714 error
  after     = ["z"]
}

migration_batch "z" {
  direction = "onboarding"
  members = [
    "amy@contoso.com",
    "ben@contoso.com",
    "BEN@contoso.com",  # want HYB714 warning
    "desk@contoso.com", # want HYB713 error
  ]
}

# There and back in two open batches: it moves once.
migration_batch "there" {
  direction = "onboarding"
  members   = ["eve@contoso.com"]
}

migration_batch "there-and-back" {
  direction = "offboarding"
  members   = ["eve@contoso.com"] # want HYB714 error
}
