# Without the attribute, the dates decide; without one of the dates, the setting.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "day-before@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration" # want HYB110 warning
  moved_on       = "2023-12-31"
}

shared_mailbox "that-day@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-01-01"
}

user_mailbox "some-day@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# The derivation is no proof: this one was missed.
shared_mailbox "missed@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2024-06-01"

  object "corp" {
    recipient_display_type = -2147483642 # want HYB110 warning
  }
}

# Nobody says how this one came to the cloud, but the attribute is clear. The next one says nothing at all.
user_mailbox "imported@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_display_type = -2147483642 # want HYB110 warning
  }
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"

  object "corp" {}
}

# Any value with the flag will do.
user_mailbox "flagged@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"

  object "corp" {
    recipient_display_type = 1073741824
  }
}

# HYB109 reports what was created; resources are never stamped.
user_mailbox "created@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  moved_on       = "2023-06-01"
}
