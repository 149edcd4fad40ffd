# Whether the forest stamps migrated mailboxes is not declared; by default it does not.
forest "corp" {
  exchange_version = "2019"
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
  delegate      = "ann@contoso.com" # want HYB505 warning
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
