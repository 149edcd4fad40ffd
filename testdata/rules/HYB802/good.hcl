# A mail-enabled security group holds the permission for its members.
mail_enabled_security_group "sales-team@contoso.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com"
}
