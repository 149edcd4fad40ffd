# One group, one entry.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "cloud"
  members = ["amy@contoso.com"]
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "helpdesk@contoso.com"
}
