# For cloud mailboxes HYB102 names the cause once. On-premises mailboxes need no write-back.
forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false # want HYB102 warning
}

user_mailbox "boss@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=Recipients/cn=boss"

  object "corp" {
    email_addresses = ["SMTP:boss@contoso.com"]
  }
}

user_mailbox "amy@contoso.com" {
  home               = "corp"
  legacy_exchange_dn = "/o=Contoso/cn=Recipients/cn=amy"

  object "cloud" {
    email_addresses = ["SMTP:amy@contoso.com"] # want HYB112 warning
  }
}
