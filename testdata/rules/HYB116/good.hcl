# A version that still synchronizes.
forest "corp" {
  exchange_version = "SE"
}

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
