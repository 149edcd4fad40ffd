# Nobody declared an engine: it is not known that write-back is off, so the missing address is reported.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=Recipients/cn=boss"

  object "corp" {
    email_addresses = [] # want HYB112 warning
  }
}
