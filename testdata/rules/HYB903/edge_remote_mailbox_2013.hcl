# Exchange 2013 documents GrantSendOnBehalfTo on Set-RemoteMailbox: it is accepted beside Set-MailUser, for what stands for a mailbox.
forest "corp" {
  exchange_version = "2013"
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com"
  applied_on = "corp"
  present_in = ["cloud", "corp"]
  cmdlet     = "Set-RemoteMailbox"
}

# The mailbox itself is no remote mailbox, and Set-Mailbox does not find what stands for one.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-RemoteMailbox" # want HYB903 error
}

grant "send_on_behalf" {
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com"
  applied_on = "corp"
  present_in = ["cloud", "corp"]
  cmdlet     = "Set-Mailbox" # want HYB903 error
}
