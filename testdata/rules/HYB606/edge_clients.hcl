forest "corp" {}
forest "fabrikam" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

# Two on-premises forests; a web client beside Outlook for Windows; the new Outlook does not work with mailboxes on-premises.
outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "dee@fabrikam.com"
  receives_meeting_requests = true
  clients                   = ["outlook_windows", "owa"] # want HYB606 error
}

outlook_delegate {
  state                     = "existing"
  manager                   = "boss@contoso.com"
  delegate                  = "dee@fabrikam.com"
  receives_meeting_requests = true
  clients                   = ["new_outlook_windows"] # want HYB215 error
}

# Not declared; other clients; no meeting requests; one forest.
outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "dee@fabrikam.com"
  receives_meeting_requests = true
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "dee@fabrikam.com"
  receives_meeting_requests = true
  clients                   = ["outlook_mac"]
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "dee@fabrikam.com"
  folder_access_rights = { Calendar = "Editor" }
  clients              = ["owa"]
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "eve@contoso.com"
  receives_meeting_requests = true
  clients                   = ["owa"]
}
