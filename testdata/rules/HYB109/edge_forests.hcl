# The object lives in the forest that the mailbox comes from. A forest without mailboxes needs no permissions any more, and
# where the origin is not known nothing is.
forest "corp" {}

forest "empty" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "new_remote_mailbox" # want HYB109 warning
}

user_mailbox "ed@contoso.com" {
  home           = "cloud"
  origin         = "empty"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "nobody-knows@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

# A declared object in another forest counts as well.
user_mailbox "declared@contoso.com" {
  home           = "cloud"
  origin         = "empty"
  provisioned_by = "new_remote_mailbox" # want HYB109 warning

  object "corp" {
    recipient_display_type = -2147483642
  }
}
