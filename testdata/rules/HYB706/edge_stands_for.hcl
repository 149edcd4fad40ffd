# One finding stands for the splits of auto-mapping and folder rights. Send As, and the findings of somebody else, stay beside it.
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

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "orders@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegates    = ["amy@contoso.com", "ben@contoso.com"]
  auto_mapping = true
}

grant "folder" {
  recipient     = "orders@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "sales@contoso.com", # want HYB706 warning, HYB701 warning
    "info@contoso.com",  # want HYB704 warning
  ]
}

migration_batch "wave-2" {
  direction = "onboarding"
  members = [
    "ben@contoso.com", # together with the sales mailbox again
    "amy@contoso.com", # want HYB702 warning
  ]
}
