# Write-back is off. What is in the delegate's forest all the same, and what nobody looked at.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = false
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "created@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "corp"
}

user_mailbox "cloud@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# Set by hand.
grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud", "corp"]
}

# Made before the owner moved.
grant "send_on_behalf" {
  recipient               = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  established_before_move = true
}

# Perhaps made before.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 warning
}

# The owner never moved, so that nothing travelled.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "created@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 error
}

# On-premises was not exported.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  unknown_in = ["corp"]
}

# Send As is used anyway, or may be.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegates = ["ben@contoso.com", "eva@contoso.com"]
}

grant "send_as" {
  recipient  = "boss@contoso.com"
  delegate   = "ben@contoso.com"
  present_in = ["cloud", "corp"]
}

grant "send_as" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "eva@contoso.com"
  unknown_in = ["corp"]
}

# Both are in the cloud.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "cloud@contoso.com"
}

# A denied Send As is nobody's permission.
grant "send_on_behalf" {
  recipient = "created@contoso.com"
  delegate  = "eva@contoso.com" # want HYB401 error
}

grant "send_as" {
  recipient  = "created@contoso.com"
  delegate   = "eva@contoso.com"
  present_in = ["cloud", "corp"]
  deny       = true
}
