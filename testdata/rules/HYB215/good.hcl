# Amy uses classic Outlook, and the web for what is quick.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["outlook_windows", "owa"]
}
