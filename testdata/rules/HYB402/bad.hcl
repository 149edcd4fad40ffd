# publicDelegates are filtered out of the synchronization, so that Exchange Online does not know Amy as the boss's delegate.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
  excluded_attributes        = ["publicDelegates"]
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB402 error
}
