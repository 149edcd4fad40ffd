# The group was mail-enabled, so its entry will move with the mailbox.
forest "corp" {
  exchange_version = "2019"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home        = "corp"
  group_scope = "universal"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "helpdesk@contoso.com"
}
