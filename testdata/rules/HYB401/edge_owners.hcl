# Write-back is on. It covers user objects only, and not owners whose Exchange attributes are managed in the cloud.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "modern@contoso.com" {
  home                           = "cloud"
  origin                         = "corp"
  provisioned_by                 = "migration"
  exchange_attributes_managed_in = "cloud"
}

# A cloud group that is known on-premises.
distribution_group "board@contoso.com" {
  home = "cloud"
  object "corp" {
    exists = true
  }
}

# A cloud group that is not; HYB108 says so.
distribution_group "staff@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "board@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 error
}

grant "send_on_behalf" {
  recipient = "staff@contoso.com"
  delegate  = "amy@contoso.com" # want HYB108 error
}

grant "send_on_behalf" {
  recipient = "modern@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 error
}

# By hand, as present_in says.
grant "send_on_behalf" {
  recipient  = "modern@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud", "corp"]
}

# What is in neither the cloud nor corp cannot be written back.
grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com" # want HYB401 error
  present_in = ["emea"]
}

# The cloud was not exported, and write-back works.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["emea"]
  unknown_in = ["cloud"]
}
