# Bob's mailbox is in a resource forest that does not trust the forest where Ann logs on. She opens just his calendar.
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

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB503 warning
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
