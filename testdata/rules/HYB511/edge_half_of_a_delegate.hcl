# Rows that may be half of an Outlook delegate: removing them would break it.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "dan@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "ann@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient = "cho@contoso.com"
  delegates = ["ann@contoso.com", "dan@contoso.com"]
}

# The calendar of an on-premises mailbox, whatever the right.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

# Editor on a cloud calendar.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
}

# The flag Delegate.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Tasks"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate"]
}

# Reviewer on a cloud calendar is no delegate's row. It exists and an application uses it: no difference.
grant "folder" {
  state         = "existing"
  recipient     = "cho@contoso.com"
  delegate      = "ann@contoso.com" # want HYB511 note
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  clients       = ["application"]
}

# Dan is an Outlook delegate.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "dan@contoso.com"
  folder        = "Inbox"
  access_rights = ["Editor"]
}

outlook_delegate {
  manager              = "cho@contoso.com"
  delegate             = "dan@contoso.com"
  folder_access_rights = { Inbox = "Editor" }
}
