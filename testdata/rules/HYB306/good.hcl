# An administrator granted it in PowerShell.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "powershell"
}
