# Trusted, no resource forest, or not declared.
forest "trusting" {
  is_resource_forest  = true
  trusts_logon_forest = true
}

forest "accounts" {
  is_resource_forest  = false
  trusts_logon_forest = false
}

forest "quiet" {
  is_resource_forest = true
}

user_mailbox "bob@contoso.com" {
  home = "trusting"
}

user_mailbox "dee@contoso.com" {
  home = "accounts"
}

user_mailbox "eve@contoso.com" {
  home = "quiet"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "dee@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "eve@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
