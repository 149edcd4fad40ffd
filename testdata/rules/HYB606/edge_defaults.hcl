# The clients of the defaults block count as declared; the finding lies at the delegate then.
forest "corp" {}

defaults {
  clients = ["owa"]
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com" # want HYB606 error
  receives_meeting_requests = true
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  clients                   = ["outlook_windows"]
}
