# A mail-enabled security group is what the cmdlet reference asks for.
forest "corp" {
  exchange_version = "2019"
}

mail_enabled_security_group "sales-team@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com"
}
