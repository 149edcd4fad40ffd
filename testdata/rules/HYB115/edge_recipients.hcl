# All kinds of mailboxes that people use; groups are never written back, and that is HYB108's where somebody needs them.
forest "corp" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

equipment_mailbox "projector@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct" # want HYB115 warning
}

m365_group "project@contoso.com" {
  home = "cloud"
}

discovery_mailbox "DiscoverySearchMailbox" {
  home = "cloud"
}

shared_mailbox "remote@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

shared_mailbox "unknown@contoso.com" {
  home = "cloud"
}

# Whatever was declared about its making, somebody looked and found no object.
shared_mailbox "deleted@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    exists = false # want HYB115 warning
  }
}

shared_mailbox "looked-for@contoso.com" {
  home = "cloud"

  object "corp" {
    exists = false # want HYB115 warning
  }
}
