# Since Exchange 2016 Set-RemoteMailbox has no GrantSendOnBehalfTo.
forest "corp" {
  exchange_version = "2019"
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
  cmdlet     = "Set-RemoteMailbox" # want HYB903 error
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
