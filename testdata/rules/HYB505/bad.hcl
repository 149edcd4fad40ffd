# Ann's mailbox was made with New-RemoteMailbox and without -ACLableSyncedObjectEnabled: on-premises she cannot be given a right.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB505 error
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
