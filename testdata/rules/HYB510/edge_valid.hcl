forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

# Delegate alone, on a calendar of another name, for somebody on-premises.
grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "bob@contoso.com"
  folder                   = "Kalender"
  folder_type              = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate"]
}

# None is no flag, wherever it stands.
grant "folder" {
  recipient                = "bob@contoso.com"
  delegate                 = "cho@contoso.com"
  folder                   = "Inbox"
  access_rights            = ["Reviewer"]
  sharing_permission_flags = ["None"]
}

grant "folder" {
  recipient                = "bob@contoso.com"
  delegate                 = "Default"
  folder                   = "Calendar"
  access_rights            = ["Reviewer"]
  sharing_permission_flags = ["Delegate"]
}
