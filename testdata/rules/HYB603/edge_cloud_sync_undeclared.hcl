# Entra Connect is off; of cloud sync nobody said.
forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

directory_sync "cloud_sync" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com" # want HYB603 warning
  folder_access_rights = { Calendar = "Editor" }
}
