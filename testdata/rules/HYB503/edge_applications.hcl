forest "resources" {
  is_resource_forest  = true
  trusts_logon_forest = false
}

user_mailbox "bob@contoso.com" {
  home = "resources"
}

user_mailbox "planner@contoso.com" {
  home    = "cloud"
  used_by = "application"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "planner@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder_access_rights = { Calendar = "Reviewer" }
  clients              = ["application"]
}
