# Recipient Management may, and so may Organization Management.
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
  operator_role_groups = ["Help Desk", "Recipient Management"]
}
