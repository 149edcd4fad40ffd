# Rights that are there stay there, but cannot be added again.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  state         = "existing"
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB505 note
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  state                   = "existing"
  recipient               = "bob@contoso.com"
  delegate                = "ann@contoso.com"
  folder                  = "Notes"
  access_rights           = ["Reviewer"]
  established_before_move = true
}

grant "folder" {
  recipient               = "bob@contoso.com"
  delegate                = "ann@contoso.com"
  folder                  = "Tasks"
  access_rights           = ["Reviewer"]
  established_before_move = true
}

grant "folder" {
  recipient               = "bob@contoso.com"
  delegate                = "ann@contoso.com" # want HYB505 error
  folder                  = "Journal"
  access_rights           = ["Reviewer"]
  established_before_move = false
}

# One side, an application, Default.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegates     = ["eve@contoso.com", "Default"]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Drafts"
  access_rights = ["Reviewer"]
  clients       = ["application"]
}
