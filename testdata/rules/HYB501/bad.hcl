# Ann moved to Exchange Online, Bob did not. Her right on his folder is a folder right between the two sides.
forest "corp" {
  aclable_synced_object_enabled = true
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
  delegate      = "ann@contoso.com" # want HYB501 warning
  folder        = "Inbox/Projects"
  access_rights = ["Reviewer"]
}
