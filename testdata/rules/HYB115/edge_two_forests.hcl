# An object in one on-premises forest is enough; only the forests that still hold a mailbox count.
forest "corp" {}

forest "empty" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "empty" {}
}

shared_mailbox "info@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

shared_mailbox "press@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
  origin         = "empty"

  object "empty" {
    exists = false
  }
}
