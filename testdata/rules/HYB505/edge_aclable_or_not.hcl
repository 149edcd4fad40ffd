forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-06-01"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

# The display type decides, whatever the setting says.
user_mailbox "missed@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_display_type = -2147483642
  }
}

user_mailbox "stamped@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-01-15"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "early@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-01-15"
}

user_mailbox "late@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-09-15"
}

# Rooms are never stamped.
room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# Nobody knows how it was made.
user_mailbox "unknown@contoso.com" {
  home = "cloud"
}

mail_enabled_security_group "group@contoso.com" {
  home    = "cloud"
  members = ["missed@contoso.com"]

  object "corp" {
    recipient_display_type = -2147483642
  }
}

grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "missed@contoso.com", # want HYB505 error
    "stamped@contoso.com",
    "early@contoso.com", # want HYB505 error
    "late@contoso.com",
    "room@contoso.com", # want HYB505 error
    "unknown@contoso.com",
    "group@contoso.com",
  ]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
