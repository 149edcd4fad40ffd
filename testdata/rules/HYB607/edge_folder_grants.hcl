forest "corp" {}
forest "fabrikam" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "corp"
  members = ["cho@contoso.com"]
}

# Another forest is enough; the folder's name does not matter.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "dee@fabrikam.com"
  folder        = "Kalender"
  folder_type   = "Calendar"
  access_rights = ["Reviewer"]
  clients       = ["owa"] # want HYB607 warning
}

grant "folder" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegates = [
    "dee@fabrikam.com", # want HYB607 warning
    "eve@contoso.com",
    "Default",
  ]
  folder        = "Calendar"
  access_rights = ["ReadItems"]
  clients       = ["owa"]
}

# Rights that do not read items; another folder; another client; not declared.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "dee@fabrikam.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails", "Contributor"]
  clients       = ["owa"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "dee@fabrikam.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  clients       = ["owa"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "dee@fabrikam.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  clients       = ["outlook_windows", "outlook_ios"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "dee@fabrikam.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

# Full Access through a declared group.
grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "desk@contoso.com"
  auto_mapping = false
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
  clients       = ["owa"]
}
