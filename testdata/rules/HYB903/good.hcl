# Set-Mailbox where the mailbox is at home, Set-MailUser for what stands for it on the other side.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-Mailbox"
}

grant "send_on_behalf" {
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com"
  applied_on = "corp"
  present_in = ["cloud", "corp"]
  cmdlet     = "Set-MailUser"
}
