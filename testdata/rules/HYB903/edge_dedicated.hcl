# For dedicated tenants Set-RemoteMailbox is the documented way, on any version.
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
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com"
  applied_on = "corp"
  present_in = ["cloud", "corp"]
  cmdlet     = "Set-RemoteMailbox"
}
