forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "office@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

user_mailbox "calendar-sync@contoso.com" {
  home    = "corp"
  used_by = "application"
}

# Auto-mapping does not help groups, nor people of the other forest, nor inherited entries.
grant "full_access" {
  recipient    = "boss@contoso.com"
  delegates    = ["office@contoso.com", "adele@contoso.com"]
  auto_mapping = true
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "ben@contoso.com"
  inherited    = true
  auto_mapping = true
}

grant "folder" {
  recipient     = "boss@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  clients       = ["outlook_windows"]
  delegates = [
    "office@contoso.com", # want HYB815 error
    "adele@contoso.com",  # want HYB815 error
    "ben@contoso.com",    # want HYB815 error
    "calendar-sync@contoso.com",
    "Default",
    "Anonymous",
  ]
}

# The Outlook delegate too. Undeclared clients: a warning.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB815 warning
}

# Outlook on the web is a documented way out.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "ben@contoso.com"
  clients  = ["owa"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  clients       = ["owa", "outlook_ios"]
}
