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
  origin         = "corp"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

# With several forests nobody knows where an object would be, unless one is declared missing.
shared_mailbox "desk@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

shared_mailbox "post@contoso.com" {
  home = "cloud"

  object "corp" {
    exists = false # want HYB115 warning
  }
}

# Where the mailbox comes from it has its object; another forest needs none.
shared_mailbox "lab@contoso.com" {
  home           = "cloud"
  origin         = "empty"
  provisioned_by = "migration"

  object "corp" {
    exists = false
  }
}

shared_mailbox "press@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
  origin         = "empty"

  object "empty" {
    exists = false
  }
}
