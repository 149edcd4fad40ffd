forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "crm@contoso.com" {
  home    = "cloud"
  used_by = "application"
}

mail_enabled_security_group "assistants@contoso.com" {
  home    = "corp"
  members = ["eve@contoso.com", "nested@contoso.com"]
}

# The circle of the two groups does no harm.
mail_enabled_security_group "nested@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com", "assistants@contoso.com"]
}

mail_enabled_security_group "locals@contoso.com" {
  home    = "corp"
  members = ["eve@contoso.com", "unknown@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

# A server has the entry already: a note.
grant "folder" {
  state         = "existing"
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB501 note
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

# The people in the group decide, not where the group is.
grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "assistants@contoso.com", # want HYB501 warning
    "locals@contoso.com",
    "empty@contoso.com",
  ]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

# An application opens no folder in Outlook.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "crm@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Notes"
  access_rights = ["Reviewer"]
  clients       = ["application", "smtp"]
}
