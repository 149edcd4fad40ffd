# Shared mailboxes count too; rooms and equipment are never stamped, moved mailboxes are HYB110's, the attribute decides.
forest "corp" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "enable_remote_mailbox" # want HYB109 warning
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

equipment_mailbox "projector@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "direct@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "unknown@contoso.com" {
  home = "cloud"
}

# Stamped by hand later.
user_mailbox "stamped@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

# The switch was given, but the attribute shows another value now.
user_mailbox "lost@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox" # want HYB109 warning

  object "corp" {
    created_with_aclable_switch = true
    recipient_display_type      = -2147483642
  }
}
