# Somebody made the discovery mailbox visible.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "auditor@contoso.com" {
  home = "corp"
}

discovery_mailbox "discovery@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = false
}

grant "full_access" {
  recipient    = "discovery@contoso.com"
  delegate     = "auditor@contoso.com"
  auto_mapping = false
}
