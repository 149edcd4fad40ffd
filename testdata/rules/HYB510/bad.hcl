# Reviewer with the flags of a delegate: the cmdlet wants Editor.
user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient                = "cho@contoso.com"
  delegate                 = "ann@contoso.com"
  folder                   = "Calendar"
  access_rights            = ["Reviewer"]
  sharing_permission_flags = ["Delegate", "CanViewPrivateItems"] # want HYB510 error
}
