# Only the forest a mailbox came from is known to hold its object; of the other one nobody knows.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

forest "fabrikam" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"

  object "fabrikam" {
    exists = true
  }
}

user_mailbox "stray@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "ann@contoso.com", # want HYB505 error
    "stray@contoso.com",
    "dee@fabrikam.com",
  ]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "dee@fabrikam.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
