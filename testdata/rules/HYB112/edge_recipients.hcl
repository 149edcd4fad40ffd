# Cloud sync writes X500 addresses back too. Both facts have to be declared, and only mailboxes count.
forest "corp" {}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
}

shared_mailbox "sales@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=Recipients/cn=sales"

  object "corp" {
    email_addresses = ["SMTP:sales@contoso.com", "X500:/o=Contoso/cn=Recipients/cn=sales"] # want HYB112 warning
  }
}

user_mailbox "no-addresses@contoso.com" {
  home               = "cloud"
  legacy_exchange_dn = "/o=ExchangeLabs/cn=Recipients/cn=no-addresses"

  object "corp" {
    recipient_display_type = -1073741818
  }
}

user_mailbox "no-dn@contoso.com" {
  home = "cloud"

  object "corp" {
    email_addresses = ["SMTP:no-dn@contoso.com"]
  }
}

mail_contact "partner@fabrikam.com" {
  home               = "corp"
  legacy_exchange_dn = "/o=Contoso/cn=Recipients/cn=partner"

  object "cloud" {
    email_addresses = ["SMTP:partner@fabrikam.com"]
  }
}

distribution_group "news@contoso.com" {
  home               = "corp"
  legacy_exchange_dn = "/o=Contoso/cn=Recipients/cn=news"

  object "cloud" {
    email_addresses = ["SMTP:news@contoso.com"]
  }
}
