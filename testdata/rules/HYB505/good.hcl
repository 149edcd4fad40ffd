# The same, created with the switch: Ann's object can hold permissions.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"

  object "corp" {
    created_with_aclable_switch = true
  }
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
