# How the delegate's object came to be, and what it says of itself.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "early@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-11-30"
}

user_mailbox "late@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-02-01"
}

user_mailbox "created@contoso.com" {
  home           = "cloud"
  provisioned_by = "enable_remote_mailbox"
}

user_mailbox "created-with-switch@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
  object "corp" {
    created_with_aclable_switch = true
  }
}

user_mailbox "stamped@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-11-30"
  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "missed@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-02-01"
  object "corp" {
    recipient_display_type = -2147483642
  }
}

user_mailbox "unclear@contoso.com" {
  home = "cloud"
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "group@contoso.com" {
  home    = "corp"
  members = ["early@contoso.com"]
}

# Made in the cloud, and unknown on-premises: HYB108.
user_mailbox "cloud-only@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "moved-boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegates = [
    "early@contoso.com", # want HYB404 error
    "late@contoso.com",
    "created@contoso.com", # want HYB404 error
    "created-with-switch@contoso.com",
    "stamped@contoso.com",
    "missed@contoso.com", # want HYB404 error
    "unclear@contoso.com",
    "room@contoso.com", # want HYB404 error
    "group@contoso.com",
    "cloud-only@contoso.com", # want HYB108 error
    "ben@contoso.com",
  ]
}

# The other direction asks for nothing.
grant "send_on_behalf" {
  recipient = "moved-boss@contoso.com"
  delegate  = "ben@contoso.com"
}

# Entries that exist work; they cannot be added again.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "early@contoso.com" # want HYB404 note
}

grant "send_on_behalf" {
  state                   = "existing"
  recipient               = "boss@contoso.com"
  delegate                = "early@contoso.com"
  established_before_move = true
}

grant "send_on_behalf" {
  recipient               = "boss@contoso.com"
  delegate                = "early@contoso.com"
  established_before_move = true
}

# HYB605 looks at Outlook delegates.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "early@contoso.com"
}
