forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "scanner@contoso.com" {
  home    = "corp"
  used_by = "application"
}

discovery_mailbox "discovery@contoso.com" {
  home = "corp"
}

# Auto-mapping is on by default; that is enough for the note, and it stays one.
grant "full_access" {
  state     = "existing"
  recipient = "ann@contoso.com"
  delegate  = "ben@contoso.com" # want HYB811 note
}

grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "ben@contoso.com"
  inherited = true
}

grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com" # want HYB810 warning
  auto_mapping = false
}

grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "scanner@contoso.com"
}

grant "full_access" {
  recipient = "discovery@contoso.com" # want HYB812 note
  delegate  = "ben@contoso.com"
}
