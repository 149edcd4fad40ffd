# Both sides answer requests of the other.
tenant "contoso" {
  organization_relationship "corp" {
    free_busy_access_enabled = true
    free_busy_access_level   = "LimitedDetails"
    domain_names             = ["contoso.com"]
  }
}

forest "corp" {
  organization_relationship {
    free_busy_access_enabled = true
    free_busy_access_level   = "AvailabilityOnly"
    domain_names             = ["contoso.mail.onmicrosoft.com"]
  }
}

user_mailbox "bob@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "bob@contoso.com"
}

user_mailbox "ann@contoso.com" {
  home                 = "cloud"
  primary_smtp_address = "ann@contoso.com"
  email_addresses      = ["SMTP:ann@contoso.com", "smtp:ann@contoso.mail.onmicrosoft.com"]
}
