# The article's third example: Full Access of a group on a shared mailbox, without a word about auto-mapping.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "Helpdesk" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

shared_mailbox "Helpdesk Tickets" {
  home = "corp"
}

grant "full_access" {
  recipient = "Helpdesk Tickets"
  delegate  = "Helpdesk"
  channel   = "powershell"
  cmdlet    = "Add-MailboxPermission"
}
