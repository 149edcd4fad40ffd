# The help desk is to grant Full Access, but its role group may not.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient            = "info@contoso.com"
  delegate             = "amy@contoso.com"
  operator_role_groups = ["Help Desk"] # want HYB904 warning
}
