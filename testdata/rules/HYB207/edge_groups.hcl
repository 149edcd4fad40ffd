# Any kind of group, with or without members, on one side or between the sides.
forest "corp" {}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home = "corp"
}

security_group "Operators" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "support@contoso.com"
  delegate      = "helpdesk@contoso.com"
  access_method = "automap" # want HYB207 warning
}

grant "full_access" {
  recipient    = "support@contoso.com"
  delegate     = "Operators"
  auto_mapping = true # want HYB207 warning
  state        = "existing"
}

grant "full_access" {
  recipient     = "support@contoso.com"
  delegate      = "helpdesk@contoso.com"
  auto_mapping  = false
  access_method = "automap"
}

grant "full_access" {
  recipient     = "support@contoso.com"
  delegate      = "helpdesk@contoso.com"
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient    = "support@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true
}
