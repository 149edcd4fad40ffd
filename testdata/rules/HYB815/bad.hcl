# The boss wants to stay out of the address book. Amy cannot open the calendar: Outlook does not recognise the name.
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

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com" # want HYB815 error
  folder        = "Calendar"
  access_rights = ["Editor"]
  clients       = ["outlook_windows"]
}
