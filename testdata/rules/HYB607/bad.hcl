# Amy is Editor of the manager's calendar, but Outlook on the web shows her free/busy only.
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
  clients              = ["owa"] # want HYB607 warning
}
