# In Outlook for Windows Amy can answer.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  folder_access_rights      = { Calendar = "Editor" }
  receives_meeting_requests = true
  clients                   = ["outlook_windows"]
}
