# From what it follows whether an object exists; where nothing says it, the rule is silent.
forest "corp" {}

user_mailbox "john@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "enabled@contoso.com" {
  home           = "cloud"
  provisioned_by = "enable_remote_mailbox"
}

shared_mailbox "unknown@contoso.com" {
  home = "cloud"
}

shared_mailbox "declared@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "corp" {}
}

shared_mailbox "deleted@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    exists = false
  }
}

user_mailbox "outside@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

user_mailbox "filtered@contoso.com" {
  home = "corp"

  object "cloud" {
    exists = false
  }
}

grant "full_access" {
  recipient = "moved@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "enabled@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "unknown@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "declared@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "deleted@contoso.com"
  delegate  = "john@contoso.com" # want HYB108 error
}

# An on-premises mailbox outside directory synchronization is unknown in the cloud, as a recipient …
grant "send_as" {
  recipient = "outside@contoso.com"
  delegate  = "carl@contoso.com" # want HYB108 error
}

# … and as a delegate.
grant "send_on_behalf" {
  recipient = "moved@contoso.com"
  delegates = [
    "outside@contoso.com",  # want HYB108 error
    "filtered@contoso.com", # want HYB108 error
    "john@contoso.com",
  ]
}
