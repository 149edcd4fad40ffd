# The people of the front desk hold the permission through their group.
forest "corp" {
  exchange_version = "2019"
}

mail_enabled_security_group "frontdesk-team@contoso.com" {
  home = "corp"
}

shared_mailbox "frontdesk@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "frontdesk@contoso.com"
  delegate  = "frontdesk-team@contoso.com"
}
