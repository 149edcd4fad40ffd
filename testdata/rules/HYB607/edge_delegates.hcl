forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "eve@contoso.com" {
  home = "cloud"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

# A right that does not read, none at all, one on another folder; one forest.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "bob@contoso.com"
  folder_access_rights = { Calendar = "AvailabilityOnly" }
  clients              = ["owa"]
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "bob@contoso.com"
  folder_access_rights = { Calendar = "None", Inbox = "Editor" }
  clients              = ["owa"]
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "eve@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  clients              = ["owa"]
}

# The other direction.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "bob@contoso.com"
  folder_access_rights = { Calendar = "Author" }
  clients              = ["outlook_windows", "owa"] # want HYB607 warning
}
