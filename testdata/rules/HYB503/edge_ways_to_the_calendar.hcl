forest "resources" {
  is_resource_forest  = true
  trusts_logon_forest = false
}

user_mailbox "bob@contoso.com" {
  home = "resources"
}

user_mailbox "eve@contoso.com" {
  home = "resources"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "fay@contoso.com" {
  home = "cloud"
}

user_mailbox "gus@contoso.com" {
  home = "cloud"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "resources"
  members = ["eve@contoso.com", "fay@contoso.com"]
}

# Full Access that is used for the calendar alone.
grant "full_access" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  auto_mapping  = false
  access_method = "calendar_only" # want HYB503 warning
}

# The same person has Full Access: the whole mailbox can be opened.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "cho@contoso.com"
  folder_access_rights = { Inbox = "Editor", Calendar = "Editor" } # want HYB503 warning
}

# No right on the calendar.
outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "gus@contoso.com"
  folder_access_rights = { Inbox = "Editor" }
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "fay@contoso.com"
  folder_access_rights = { Inbox = "Editor", Calendar = "None" }
}

# Somebody in the group works in the cloud.
grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "team@contoso.com", # want HYB503 warning
    "eve@contoso.com",
  ]
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

# Another folder.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "gus@contoso.com"
  folder        = "Contacts"
  access_rights = ["Reviewer"]
}

# From on-premises to the cloud.
grant "folder" {
  recipient     = "ann@contoso.com"
  delegate      = "bob@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
