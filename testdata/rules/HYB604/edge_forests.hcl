# Between forests, the address of the delegate's object in the manager's forest counts.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=amy"

  object "corp" {
    legacy_exchange_dn = "/o=Contoso/cn=amy-remote"
  }
}

user_mailbox "dan@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=dan"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  stored_legacy_exchange_dn = "/o=ExchangeLabs/cn=amy" # want HYB604 error
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  stored_legacy_exchange_dn = "/o=contoso/cn=amy-remote"
}

# No meeting requests are sent on; the current address in that forest is not declared; the stored one is not.
outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  stored_legacy_exchange_dn = "/o=ExchangeLabs/cn=amy"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "dan@contoso.com"
  receives_meeting_requests = true
  stored_legacy_exchange_dn = "/o=ExchangeLabs/cn=dan-old"
}

outlook_delegate {
  state                     = "existing"
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
}
