# One person of a group is enough, nested groups too. Group recipients are checked like mailboxes.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "outer@contoso.com"]
}

mail_enabled_security_group "outer@contoso.com" {
  home    = "corp"
  members = ["inner@contoso.com", "ben@contoso.com"]
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "outer@contoso.com"
}

grant "send_as" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient  = "list@contoso.com"
  delegate   = "ben@contoso.com"
  present_in = ["cloud"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "ben@contoso.com", # want HYB703 error
    "amy@contoso.com", # want HYB703 error
  ]
}

# The recipient follows: the step brings them together.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["sales@contoso.com"]
}
