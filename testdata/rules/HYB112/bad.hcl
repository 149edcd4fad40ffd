# Outlook remembers the boss by the legacyExchangeDN of the cloud mailbox. On-premises no address says who that is, although
# write-back is on: somebody replaced the list of addresses by hand.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home               = "cloud"
  provisioned_by     = "migration"
  legacy_exchange_dn = "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=boss"

  object "corp" {
    email_addresses = ["SMTP:boss@contoso.com", "smtp:boss@contoso.mail.onmicrosoft.com"] # want HYB112 warning
  }
}
