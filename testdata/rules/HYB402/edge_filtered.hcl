# publicDelegates are filtered out by every engine. What is there all the same, and what nobody looked at.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
  excluded_attributes        = ["extensionAttribute1", "PublicDelegates"]
}

directory_sync "cloud_sync" {
  excluded_attributes = ["publicDelegates"]
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "moved@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
  is_dir_synced  = true
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

user_mailbox "joe@contoso.com" {
  home = "corp"
}

# Set by hand on the mail user.
grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

# Only the delegate moved.
grant "send_on_behalf" {
  recipient               = "boss@contoso.com"
  delegate                = "amy@contoso.com" # want HYB402 error
  established_before_move = true
}

# Nobody looked in the cloud. Where nobody looked on-premises, nothing carries the entry either.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  unknown_in = ["cloud"]
}

grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com" # want HYB402 error
  present_in = []
  unknown_in = ["corp"]
}

# Send As is used anyway.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "send_as" {
  recipient  = "boss@contoso.com"
  delegate   = "ben@contoso.com"
  present_in = ["corp", "cloud"]
}

# The dialog of Outlook gives Send on Behalf by default.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB402 warning
}

# Nothing joins two on-premises forests.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "eva@contoso.com" # want HYB402 error
}

grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "eva@contoso.com"
  present_in = ["corp", "emea"]
}

# On one side, present in the wrong place.
grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "joe@contoso.com" # want HYB402 error
  present_in = ["cloud"]
}

grant "send_on_behalf" {
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com" # want HYB402 error
  present_in = ["corp"]
}

# Both moved; the entry may be older than that.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com" # want HYB402 warning
  present_in = ["corp"]
}

grant "send_on_behalf" {
  state                   = "existing"
  recipient               = "moved@contoso.com"
  delegate                = "amy@contoso.com"
  present_in              = ["corp"]
  established_before_move = true
}

# From a cloud owner to on-premises is the case of HYB401.
grant "send_on_behalf" {
  recipient  = "moved@contoso.com"
  delegate   = "joe@contoso.com" # want HYB401 error
  present_in = ["emea"]
}
