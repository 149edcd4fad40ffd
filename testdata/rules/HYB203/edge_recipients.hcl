# Rooms are HYB808's, unknown is not off, existing entries are reported alike, and applications open nothing.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

defaults {
  access_method = "additional_mailbox"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"

  object "corp" {}
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "carl@contoso.com"]
}

mail_enabled_security_group "cloud-members@contoso.com" {
  home    = "corp"
  members = ["carl@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB203 error
  state     = "existing"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = [
    "team@contoso.com", # want HYB203 error
    "cloud-members@contoso.com",
    "empty@contoso.com",
    "crm@contoso.com",
    "carl@contoso.com",
  ]
}

grant "full_access" {
  recipient = "unknown@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "room@contoso.com"
  delegate  = "amy@contoso.com"
}
