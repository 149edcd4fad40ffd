# Nobody has moved; the discovery mailbox in the cloud does not count.
forest "corp" {
  exchange_version = "2010"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

discovery_mailbox "DiscoverySearchMailbox" {
  home = "cloud"
}
