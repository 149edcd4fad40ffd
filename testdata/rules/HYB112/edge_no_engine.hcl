# There is no synchronization, so nothing could bring the address.
forest "corp" {}

directory_sync "none" {}

user_mailbox "boss@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=Recipients/cn=boss"

  object "corp" {
    email_addresses = []
  }
}
