# With Full Access, Ann opens Bob's whole mailbox and sees the items of his calendar.
forest "resources" {
  is_resource_forest  = true
  trusts_logon_forest = false
}

user_mailbox "bob@contoso.com" {
  home = "resources"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "ann@contoso.com"
  auto_mapping = false
}
