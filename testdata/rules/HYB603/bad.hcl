# The manager is in the cloud, the assistant on-premises, and Exchange hybrid write-back is off.
forest "corp" {}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = false
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
  delegate             = "amy@contoso.com" # want HYB603 error
  folder_access_rights = { Calendar = "Editor" }
}
