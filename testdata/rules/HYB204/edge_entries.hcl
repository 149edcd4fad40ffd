# The delegate's object counts, whatever the access method; not that of a group, nor for an entry made before the move.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "crm@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  used_by        = "application"
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"

  object "corp" {}
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["carl@contoso.com"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegates = [
    "carl@contoso.com", # want HYB204 warning
    "team@contoso.com",
    "crm@contoso.com",
    "unknown@contoso.com",
    "amy@contoso.com",
  ]
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "carl@contoso.com" # want HYB204 warning
  access_method = "additional_account"
  state         = "existing"
}

grant "full_access" {
  recipient               = "plant@contoso.com"
  delegate                = "carl@contoso.com"
  state                   = "existing"
  established_before_move = true
}

# HYB808 speaks about rooms.
grant "full_access" {
  recipient = "room@contoso.com"
  delegate  = "carl@contoso.com"
}

# The other direction, and one side.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = ["amy@contoso.com", "carl@contoso.com"]
}
