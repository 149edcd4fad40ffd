# Full Access through a declared group counts, a nested one too. A denied entry gives nothing.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

user_mailbox "dan@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com"]
}

mail_enabled_security_group "outer@contoso.com" {
  home    = "corp"
  members = ["inner@contoso.com"]
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "outer@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient = "bob@contoso.com"
  delegate  = "dan@contoso.com"
  deny      = true
}

grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "ann@contoso.com",   # want HYB511 note
    "inner@contoso.com", # want HYB511 note
    "dan@contoso.com",
    "Default",
  ]
  folder        = "Inbox"
  access_rights = ["Editor"]
}

# A member's Full Access is not the group's.
grant "full_access" {
  recipient = "dan@contoso.com"
  delegate  = "ann@contoso.com"
}

grant "folder" {
  recipient     = "dan@contoso.com"
  delegate      = "inner@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
