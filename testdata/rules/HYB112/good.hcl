# The DN of the cloud mailbox is an X500 address of its on-premises object; upper and lower case do not matter.
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
    email_addresses = [
      "SMTP:boss@contoso.com",
      "x500:/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=Boss",
    ]
  }
}
