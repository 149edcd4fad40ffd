tenant "contoso" {
  modern_auth = true
}

forest "corp" {
  modern_auth = false
}

forest "quiet" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "quiet"
}

user_mailbox "ann@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "cloud"
  origin  = "corp"
  used_by = "application"
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "ann@contoso.com" # want HYB504 note
  auto_mapping = false
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "ann@contoso.com" # want HYB504 note
  folder_access_rights = { Calendar = "Editor" }
}

# No calendar: another folder, another permission, a delegate for the inbox.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "send_as" {
  recipient = "bob@contoso.com"
  delegate  = "cho@contoso.com"
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "cho@contoso.com"
  folder_access_rights = { Inbox = "Editor" }
}

# An application.
grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "crm@contoso.com"
  auto_mapping = false
}

# Not declared for the forest; the other direction; two on-premises forests.
grant "full_access" {
  recipient    = "eve@contoso.com"
  delegate     = "ann@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "bob@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "eve@contoso.com"
  auto_mapping = false
}
