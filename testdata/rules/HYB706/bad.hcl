# Amy works in three mailboxes. The batch takes her and one of them.
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

shared_mailbox "orders@contoso.com" {
  home = "corp"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "orders@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com", "sales@contoso.com"] # want HYB706 warning
}
