# A group without a word about auto-mapping is the documented way to keep mailboxes from opening by themselves.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "helpdesk@contoso.com"
}
