# An ordinary tenant: HYB401 names the cause.
tenant "contoso" {
}

forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 error
}
