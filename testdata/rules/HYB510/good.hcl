# Editor on a calendar in Exchange Online.
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
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate", "CanViewPrivateItems"]
}
