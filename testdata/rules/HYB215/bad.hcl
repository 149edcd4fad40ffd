# Amy is to look after the boss's mailbox in the new Outlook. Both mailboxes are on-premises, where the new Outlook has no accounts.
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
  clients   = ["new_outlook_windows", "owa"] # want HYB215 error
}
