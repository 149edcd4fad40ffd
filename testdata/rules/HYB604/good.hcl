# The manager set Amy up again, so the stored address is the current one. Upper and lower case do not matter.
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
  stored_legacy_exchange_dn = "/O=ExchangeLabs/OU=Exchange Administrative Group (FYDIBOHF23SPDLT)/CN=Recipients/CN=7f3a-amy"
}
