# With Full Access, Amy opens the calendar by its explicit address.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  clients              = ["owa"]
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = false
}
