# Nobody looked into the cloud: an entry that nobody has seen is not one to rely on. On the way back, what was made before the first
# move is still in Active Directory.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

grant "send_as" {
  state      = "existing"
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  unknown_in = ["cloud"]
}

grant "send_as" {
  state                   = "existing"
  recipient               = "info@contoso.com"
  delegate                = "adele@contoso.com"
  established_before_move = true
}

# This mailbox was never on-premises, so nothing travelled.
grant "send_as" {
  state                   = "existing"
  recipient               = "new@contoso.com"
  delegate                = "adele@contoso.com"
  established_before_move = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["amy@contoso.com"] # want HYB703 error
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["adele@contoso.com"] # want HYB703 error
}
