forest "corp" {}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "dan@contoso.com" {
  home = "cloud"
}

user_mailbox "eve@contoso.com" {
  home = "cloud"
}

# The flags of the calendar count for every folder of the pair.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Kalender"
  folder_type              = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate", "CanViewPrivateItems"]
  expects                  = ["private_items"]
}

grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Tasks"
  access_rights = ["Editor"]
  expects       = ["private_items"]
}

# Delegate alone shows no private items.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "dan@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate"]
  expects                  = ["private_items"] # want HYB509 error
}

# Flags that cannot work are HYB510's.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "eve@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["CanViewPrivateItems"] # want HYB510 error
  expects                  = ["private_items"]
}

# Default is no delegate; Send As is no way to read.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  expects       = ["private_items"]
}

grant "send_as" {
  recipient = "cho@contoso.com"
  delegate  = "dan@contoso.com"
  expects   = ["private_items"]
}
