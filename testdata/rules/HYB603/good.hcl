# With Exchange hybrid write-back on, on-premises Exchange knows the invitees' cloud addresses.
forest "corp" {}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
}
