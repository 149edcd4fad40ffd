# On one side and between the sides alike. Send As may come through a group; who does not send needs nothing.
forest "corp" {}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com"]
}

# From the other side, because somebody expects to send.
grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "carl@contoso.com"
  access_method = "additional_account" # want HYB210 error
  expects       = ["send"]
}

# Through an Outlook delegate.
grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_account" # want HYB210 error
}

outlook_delegate {
  manager  = "plant@contoso.com"
  delegate = "amy@contoso.com"
}

# An additional mailbox sends with Send on Behalf; so does whatever is not declared.
grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "amy@contoso.com"
}

# Send As through the group.
grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "ann@contoso.com"
  access_method = "additional_account"
  expects       = ["send"]
}

grant "send_as" {
  recipient = "plant@contoso.com"
  delegate  = "team@contoso.com"
}

# Nobody sends.
grant "full_access" {
  recipient     = "carl@contoso.com"
  delegate      = "ann@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "crm@contoso.com"
  access_method = "additional_account"
  expects       = ["send"]
}
