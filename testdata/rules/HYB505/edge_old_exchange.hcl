# Exchange 2013 before CU10 has no such setting, so nothing is assumed.
forest "corp" {
  exchange_version  = "2013"
  cumulative_update = 9
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB505 error
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
