# The ticket says: open the EAC and add the auditor to the discovery mailbox. The EAC does not list such mailboxes.
user_mailbox "auditor@contoso.com" {
  home = "cloud"
}

discovery_mailbox "discovery@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient    = "discovery@contoso.com"
  delegate     = "auditor@contoso.com"
  auto_mapping = false
  channel      = "eac" # want HYB803 error
}
