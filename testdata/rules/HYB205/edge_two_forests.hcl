# The object that counts is the one in the mailbox's forest. In a forest that the delegate does not come from, a declared object
# may be stamped or not; without one HYB108 has said that nobody knows the delegate there.
forest "corp" {}

forest "emea" {}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home           = "cloud"
  origin         = "emea"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "ed@contoso.com" {
  home           = "cloud"
  origin         = "emea"
  provisioned_by = "new_remote_mailbox"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "nobody-knows@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  access_method = "additional_mailbox"
  delegates = [
    "eva@contoso.com", # want HYB108 error
    "ed@contoso.com",
    "nobody-knows@contoso.com", # want HYB205 warning
  ]
}
