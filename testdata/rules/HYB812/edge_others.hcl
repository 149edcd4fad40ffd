forest "corp" {
  exchange_version = "2019"
}

user_mailbox "auditor@contoso.com" {
  home = "corp"
}

user_mailbox "ediscovery-tool@contoso.com" {
  home    = "cloud"
  used_by = "application"
}

discovery_mailbox "discovery@contoso.com" {
  home = "cloud"
}

arbitration_mailbox "approvals@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

shared_mailbox "old@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

# The product's own entry.
grant "full_access" {
  state     = "existing"
  recipient = "discovery@contoso.com"
  delegate  = "Discovery Management"
}

grant "full_access" {
  recipient = "discovery@contoso.com"
  delegate  = "ediscovery-tool@contoso.com"
}

grant "full_access" {
  recipient = "approvals@contoso.com" # want HYB812 note
  delegate  = "auditor@contoso.com"
}

# Not a system mailbox, and not a useful permission.
grant "full_access" {
  recipient = "old@contoso.com"
  delegate  = "auditor@contoso.com"
}

grant "send_as" {
  recipient = "approvals@contoso.com" # want HYB801 warning
  delegate  = "auditor@contoso.com"
}
