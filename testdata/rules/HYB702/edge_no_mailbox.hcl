# A mail user has no mailbox that a batch could move: the fix does not put it into one.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

mail_user "partner@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "partner@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB702 warning
}
