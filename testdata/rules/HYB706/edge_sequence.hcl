# What has moved earlier belongs to the set no more; rooms never do.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "support@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "calendar_only"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB706 warning
}

migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["amy@contoso.com"] # want HYB701 warning
}

migration_batch "wave-3" {
  direction = "onboarding"
  members   = ["support@contoso.com", "room@contoso.com", "info@contoso.com"]
}
