# The boss moved to the cloud and made Amy, who is still on-premises, a delegate. Write-back is off, so that on-premises Active
# Directory never hears of it: Amy's mail is refused.
forest "corp" {
  exchange_version = "2019"
}

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

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB401 error
}
