# The ticket says that the boss will let Amy in from Outlook. Outlook has no such dialog: only administrators give Full Access.
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
  channel   = "outlook" # want HYB201 error
}
