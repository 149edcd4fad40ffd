# Full Access with auto-mapping brings the whole mailbox into Amy's Outlook, the calendar with it.
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

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
  clients       = ["outlook_windows"]
}
