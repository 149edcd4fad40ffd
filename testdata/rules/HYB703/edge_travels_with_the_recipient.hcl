# The mailbox leaves first and takes the entry along; who follows has it. What is declared to be elsewhere only does not travel.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "ben@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "sales@contoso.com", # both follow or move along
    "ben@contoso.com",   # want HYB703 error
  ]
  after = ["wave-0"]
}

migration_batch "wave-0" {
  direction = "onboarding"
  members   = ["amy@contoso.com"] # want HYB703 error
}
