# Grants, folder grants and bulk changes; custom roles; what is not declared; what exists.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient            = "ben@contoso.com"
  delegate             = "amy@contoso.com"
  folder               = "Inbox"
  access_rights        = ["Reviewer"]
  operator_role_groups = ["View-Only Organization Management"] # want HYB904 warning
}

grant "send_as" {
  recipient            = "ben@contoso.com"
  delegate             = "amy@contoso.com"
  operator_role_groups = [] # want HYB904 warning
}

grant "send_on_behalf" {
  recipient            = "ben@contoso.com"
  delegate             = "amy@contoso.com"
  operator_role_groups = ["organization management"]
}

bulk_change "ticket-4711" {
  channel              = "powershell"
  recipients           = ["amy@contoso.com", "ben@contoso.com"]
  permission           = "send_as"
  operator_role_groups = ["Help Desk"] # want HYB904 warning
}

bulk_change "ticket-4712" {
  channel                  = "powershell"
  recipients               = ["amy@contoso.com"]
  permission               = "full_access"
  operator_role_groups     = ["Help Desk"]
  operator_has_custom_role = true
}

bulk_change "ticket-4713" {
  recipients           = ["amy@contoso.com"]
  permission           = "full_access"
  operator_role_groups = ["Recipient Management"]
}

bulk_change "ticket-4714" {
  recipients = ["amy@contoso.com"]
  permission = "full_access"
}

grant "full_access" {
  recipient                = "ben@contoso.com"
  delegate                 = "amy@contoso.com"
  operator_role_groups     = ["Help Desk"]
  operator_has_custom_role = true
}

grant "full_access" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  state                = "existing"
  recipient            = "ben@contoso.com"
  delegate             = "amy@contoso.com"
  operator_role_groups = ["Help Desk"]
}

# A type that cannot have the permission does not excuse the operator.
grant "full_access" {
  recipient            = "list@contoso.com" # want HYB801 error
  delegate             = "amy@contoso.com"
  operator_role_groups = ["Help Desk"] # want HYB904 warning
}

# The role group of dedicated tenants helps nobody else.
grant "send_on_behalf" {
  recipient            = "ben@contoso.com"
  delegate             = "amy@contoso.com"
  operator_role_groups = ["SSA-SE-RemoteMailbox"] # want HYB904 warning
}
