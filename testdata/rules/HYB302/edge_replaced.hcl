# One root cause, one finding: the recipient is unknown in the cloud, or the configuration relies on synchronization.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "secret@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "secret@contoso.com"
  delegate  = "amy@contoso.com" # want HYB108 error
}

grant "send_as" {
  recipient   = "info@contoso.com"
  delegate    = "amy@contoso.com"
  replication = "entra_connect" # want HYB304 error
}
