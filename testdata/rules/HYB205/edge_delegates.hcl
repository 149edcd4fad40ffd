# Who counts as created in the cloud. Not known to be ACLable is enough; an undeclared access method makes it a note.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "enabled@contoso.com" {
  home           = "cloud"
  provisioned_by = "enable_remote_mailbox"
}

# Nothing says what the object is.
user_mailbox "direct@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "corp" {}
}

user_mailbox "stamped@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
  used_by        = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["enabled@contoso.com"]
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  access_method = "additional_mailbox"
  delegates = [
    "enabled@contoso.com", # want HYB205 warning
    "direct@contoso.com",  # want HYB205 warning
    "stamped@contoso.com",
    "moved@contoso.com",
    "unknown@contoso.com",
    "amy@contoso.com",
    "crm@contoso.com",
    "team@contoso.com",
  ]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "enabled@contoso.com" # want HYB205 note
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "enabled@contoso.com" # want HYB205 warning
  access_method = "automap"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "enabled@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "enabled@contoso.com"
  access_method = "calendar_only"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "enabled@contoso.com"
  access_method = "owa_explicit_url"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "enabled@contoso.com"
  access_method = "legacy_dn"
}
