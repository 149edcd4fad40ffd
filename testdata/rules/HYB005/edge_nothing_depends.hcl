# Folders that nobody knows, on which no rule about calendars would find anything.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "LimitedDetails"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "scanner@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  used_by        = "application"
}

user_account "gone@contoso.com" {
  home = "corp"
}

# Rights that read; free/busy of which nobody expects more; one side; no right; an application; only an application as client.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegates     = ["amy@contoso.com"] # want HYB501 warning
  folder        = "Termine"
  access_rights = ["Editor"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "Dienstplan"
  access_rights = ["AvailabilityOnly"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "eve@contoso.com"
  folder        = "Termine"
  access_rights = ["LimitedDetails"]
  clients       = ["owa"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Urlaub"
  access_rights = ["None"]
  expects       = ["calendar_details", "scheduling_assistant_details"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "scanner@contoso.com"
  folder        = "Termine"
  access_rights = ["LimitedDetails"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Schichten"
  access_rights = ["LimitedDetails"]
  clients       = ["application"]
}

# Full Access, with which the explicit address of the calendar opens in Outlook on the web.
grant "full_access" {
  recipient    = "amy@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = false
}

grant "folder" {
  recipient     = "amy@contoso.com"
  delegate      = "ben@contoso.com" # want HYB501 warning
  folder        = "Termine"
  access_rights = ["Reviewer"]
  clients       = ["owa"]
}

# Everybody: a level that shows free/busy, none of the levels, one that is declared for the mailbox, and Anonymous.
grant "folder" {
  recipient     = "amy@contoso.com"
  delegate      = "Default"
  folder        = "Termine"
  access_rights = ["AvailabilityOnly"]
}

grant "folder" {
  recipient     = "amy@contoso.com"
  delegate      = "Default"
  folder        = "Dienstplan"
  access_rights = ["CreateItems"]
}

grant "folder" {
  recipient     = "eve@contoso.com"
  delegate      = "Default"
  folder        = "Termine"
  access_rights = ["None"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "Anonymous"
  folder        = "Termine"
  access_rights = ["None"]
}

# What is not valid by its type says no more than that.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "gone@contoso.com"
  folder        = "Termine"
  access_rights = ["LimitedDetails"]
}
