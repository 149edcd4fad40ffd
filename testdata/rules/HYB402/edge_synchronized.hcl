# One engine of two still carries publicDelegates. An owner out of scope is unknown in the cloud, which HYB108 reports; an object
# that somebody made there by hand has no entry.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version             = "2.5.190.0"
  excluded_attributes = ["publicDelegates"]
}

directory_sync "cloud_sync" {
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "secret@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

user_mailbox "by-hand@contoso.com" {
  home          = "corp"
  is_dir_synced = false
  object "cloud" {
    exists = true
  }
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

# Nobody looked on-premises, from where it would come.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = []
  unknown_in = ["corp"]
}

grant "send_on_behalf" {
  recipient = "secret@contoso.com"
  delegate  = "amy@contoso.com" # want HYB108 error
}

grant "send_on_behalf" {
  recipient = "by-hand@contoso.com"
  delegate  = "amy@contoso.com" # want HYB402 error
}
