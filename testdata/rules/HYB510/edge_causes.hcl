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

# On-premises Exchange has no such parameter.
grant "folder" {
  recipient                = "bob@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate"] # want HYB510 error
}

# No calendar.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Inbox"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate"] # want HYB510 error
}

# More than Editor.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Editor", "FolderVisible"]
  sharing_permission_flags = ["Delegate"] # want HYB510 error
}

# Private items without Delegate, on an entry that exists; used by an application, which makes no difference.
grant "folder" {
  state                    = "existing"
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["CanViewPrivateItems"] # want HYB510 error
  clients                  = ["application"]
}
