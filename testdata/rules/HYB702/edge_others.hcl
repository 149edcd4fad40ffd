# Not when: a group, Default and Anonymous, an Outlook delegate (HYB705), an application, an entry used by applications only.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "sync@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "office@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "ben@contoso.com"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  delegates     = ["office@contoso.com", "sync@contoso.com", "Default", "Anonymous"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  state         = "existing"
  recipient     = "boss@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Archive"
  access_rights = ["Reviewer"]
  clients       = ["application"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["boss@contoso.com"] # want HYB702 warning, HYB705 warning
}
