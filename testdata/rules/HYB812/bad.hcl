# The auditor has Full Access to the discovery mailbox, as the article shows. It will not be found by its name in Outlook.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "auditor@contoso.com" {
  home = "corp"
}

discovery_mailbox "discovery@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "discovery@contoso.com" # want HYB812 note
  delegate     = "auditor@contoso.com"
  auto_mapping = false
}
