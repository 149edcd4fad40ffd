# The article's example of Send on Behalf: a group is added to a shared mailbox, in PowerShell.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "Printer Support" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

shared_mailbox "Contoso Printer Support" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient   = "Contoso Printer Support"
  delegate    = "Printer Support"
  channel     = "powershell"
  cmdlet      = "Set-Mailbox"
  change_mode = "add"
}
