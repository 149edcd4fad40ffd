# The help desk asked for Full Access that opens by itself. For members of a group that never happens.
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
  recipient    = "support@contoso.com"
  delegate     = "helpdesk@contoso.com"
  auto_mapping = true # want HYB207 warning
}
