# Amy works for a manager of another forest in Outlook for Mac.
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
  clients              = ["outlook_mac"] # want HYB609 warning
}
