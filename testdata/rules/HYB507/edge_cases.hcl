forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

# The other direction, and a server has it already.
grant "folder" {
  state         = "existing"
  recipient     = "ann@contoso.com"
  delegate      = "bob@contoso.com"
  folder        = "Kalender"
  folder_type   = "Calendar"
  access_rights = ["Editor"]
  expects       = ["scheduling_assistant_details"] # want HYB507 note
}

# One forest.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "eve@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  expects       = ["scheduling_assistant_details"]
}

# Default is no delegate.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
  expects       = ["scheduling_assistant_details"]
}

# No calendar.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  expects       = ["scheduling_assistant_details"]
}

# An application.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  expects       = ["scheduling_assistant_details"]
  clients       = ["application"]
}
