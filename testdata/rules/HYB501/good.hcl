# Bob and Ann moved together, so the folder right stays on one side.
forest "corp" {
  aclable_synced_object_enabled = true
}

user_mailbox "bob@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox/Projects"
  access_rights = ["Reviewer"]
}
