# All mailboxes are still on-premises; the discovery mailbox in the cloud does not count.
forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

discovery_mailbox "DiscoverySearchMailbox" {
  home = "cloud"
}
