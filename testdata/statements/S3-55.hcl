# The article's first example: Full Access of one user on the mailbox of another.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "Terry Adams" {
  home = "corp"
}

user_mailbox "Raymond Sam" {
  home = "corp"
}

grant "full_access" {
  recipient = "Terry Adams"
  delegate  = "Raymond Sam"
  channel   = "powershell"
  cmdlet    = "Add-MailboxPermission"
}
