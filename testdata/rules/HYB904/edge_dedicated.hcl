# In a dedicated tenant Set-RemoteMailbox takes the role group SSA-SE-RemoteMailbox; everything else takes the usual ones.
tenant "contoso" {
  offering = "dedicated_itar"
}

forest "corp" {
  exchange_version = "2019"
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient            = "moved@contoso.com"
  delegate             = "amy@contoso.com"
  applied_on           = "corp"
  present_in           = ["cloud", "corp"]
  cmdlet               = "Set-RemoteMailbox"
  operator_role_groups = ["Recipient Management", "Organization Management"] # want HYB904 warning
}

grant "send_on_behalf" {
  recipient            = "moved@contoso.com"
  delegate             = "amy@contoso.com"
  applied_on           = "corp"
  present_in           = ["cloud", "corp"]
  cmdlet               = "Set-RemoteMailbox"
  operator_role_groups = ["SSA-SE-RemoteMailbox"]
}

grant "send_on_behalf" {
  recipient            = "moved@contoso.com"
  delegate             = "amy@contoso.com"
  applied_on           = "corp"
  present_in           = ["cloud", "corp"]
  cmdlet               = "Set-MailUser"
  operator_role_groups = ["Recipient Management"]
}

grant "send_on_behalf" {
  recipient            = "moved@contoso.com"
  delegate             = "amy@contoso.com"
  applied_on           = "corp"
  present_in           = ["cloud", "corp"]
  cmdlet               = "Set-MailUser"
  operator_role_groups = ["SSA-SE-RemoteMailbox"] # want HYB904 warning
}
