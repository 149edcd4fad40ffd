# The optional feature Exchange hybrid deployment was never selected in the wizard of Entra Connect.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = false # want HYB102 warning
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
