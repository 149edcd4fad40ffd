# A dedicated tenant: the boss moved to the cloud, and nothing is written back, although the switch of Entra Connect is on.
tenant "contoso" {
  offering = "dedicated_itar"
}

forest "corp" {
  exchange_version = "2019"
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

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB403 error
}
