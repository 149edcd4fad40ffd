# Cloud sync writes X500 addresses back, whatever Entra Connect beside it does.
forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
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
