# Both are in the cloud now. The manager's mailbox still holds the address that Amy had on-premises.
user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=7f3a-Amy"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  stored_legacy_exchange_dn = "/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=amy" # want HYB604 error
}
