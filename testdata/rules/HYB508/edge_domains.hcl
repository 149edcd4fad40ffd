# Domains are compared without case, any address of the mailbox that asks will do, and what is not declared is not judged.
tenant "contoso" {
  organization_relationship "corp" {
    domain_names = ["CONTOSO.com", "fabrikam.com"]
  }
}

forest "corp" {
  organization_relationship {
    domain_names = ["contoso.mail.onmicrosoft.com"]
  }
}

user_mailbox "bob@fabrikam.com" {
  home                 = "corp"
  primary_smtp_address = "bob@tailspin.com"
  email_addresses      = ["SMTP:bob@tailspin.com", "smtp:bob@Contoso.com", "X500:/o=Contoso/cn=bob"]
}

user_mailbox "quiet@elsewhere.com" {
  home = "corp"
}

# The address in the routing domain is listed; requests of cloud users carry it.
user_mailbox "ann@contoso.com" {
  home                 = "cloud"
  primary_smtp_address = "ann@contoso.com"
  email_addresses      = ["smtp:ann@contoso.mail.onmicrosoft.com"]
}

# A contact asks nobody.
mail_contact "partner@northwind.com" {
  home                 = "corp"
  primary_smtp_address = "partner@northwind.com"
}
