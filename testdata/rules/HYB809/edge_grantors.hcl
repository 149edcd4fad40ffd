# Who gives the rights, and how the mailbox is opened.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

room_mailbox "training@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

# A room has no way out through an additional account.
grant "folder" {
  recipient     = "training@contoso.com"
  delegate      = "adele@contoso.com"
  folder        = "Calendar"
  access_rights = ["Author"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com" # want HYB809 error
  granted_via   = "additional_account"
}

# A shared mailbox has one.
grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "adele@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com"
  granted_via   = "additional_account"
}

grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "adele@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com" # want HYB809 error
}

# Default is nobody, but the entry vanishes all the same.
grant "folder" {
  recipient     = "training@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com" # want HYB809 error
}

# The owner, the mailbox itself, and somebody of its forest.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "owner"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "boss@contoso.com"
}

grant "folder" {
  recipient     = "sales@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "adele@contoso.com"
}

# It is there already.
grant "folder" {
  state         = "existing"
  recipient     = "training@contoso.com"
  delegate      = "adele@contoso.com"
  folder        = "Calendar"
  access_rights = ["Author"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com"
}

# The articles speak of folder permissions only.
grant "send_on_behalf" {
  recipient  = "sales@contoso.com"
  delegate   = "adele@contoso.com"
  channel    = "outlook"
  granted_by = "ben@contoso.com"
}
