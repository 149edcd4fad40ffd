# Two on-premises forests, a group with people in both, and an application.
forest "emea" {
  exchange_version = "2019"
}

forest "apac" {
  exchange_version = "SE"
}

user_mailbox "eve@contoso.com" {
  home = "emea"
}

user_mailbox "aki@contoso.com" {
  home = "apac"
}

user_mailbox "panel@contoso.com" {
  home    = "apac"
  used_by = "application"
}

mail_enabled_security_group "reception@contoso.com" {
  home    = "emea"
  members = ["eve@contoso.com", "aki@contoso.com"]
}

mail_enabled_security_group "reception-emea@contoso.com" {
  home    = "emea"
  members = ["eve@contoso.com"]
}

mail_enabled_security_group "unknown@contoso.com" {
  home = "emea"
}

room_mailbox "lobby@contoso.com" {
  home = "emea"
}

grant "full_access" {
  recipient     = "lobby@contoso.com"
  access_method = "additional_mailbox"
  delegates = [
    "eve@contoso.com",
    "aki@contoso.com", # want HYB808 error
    "panel@contoso.com",
    "reception@contoso.com", # want HYB808 error
    "reception-emea@contoso.com",
    "unknown@contoso.com",
  ]
}

# Smtp and applications open nothing in Outlook.
grant "full_access" {
  recipient     = "lobby@contoso.com"
  delegate      = "aki@contoso.com"
  access_method = "additional_mailbox"
  clients       = ["smtp", "application"]
}

# The default access method counts as declared.
defaults {
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient = "lobby@contoso.com"
  delegate  = "aki@contoso.com" # want HYB808 error
}
