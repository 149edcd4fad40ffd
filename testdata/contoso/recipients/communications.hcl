user_mailbox "sofia.rossi@contoso.com" {
  home                 = "cloud"
  display_name         = "Sofia Rossi"
  primary_smtp_address = "sofia.rossi@contoso.com"
  email_addresses      = ["SMTP:sofia.rossi@contoso.com", "smtp:sofia.rossi@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

user_mailbox "jonas.weber@contoso.com" {
  home                 = "corp"
  display_name         = "Jonas Weber"
  primary_smtp_address = "jonas.weber@contoso.com"
  email_addresses      = ["SMTP:jonas.weber@contoso.com"]
}

# Clicked together in the Exchange Online admin center on the day of a product launch. Nobody ran New-RemoteMailbox, so
# Active Directory has never heard of it.
shared_mailbox "press@contoso.com" {
  home                 = "cloud"
  display_name         = "Press Office"
  primary_smtp_address = "press@contoso.com"
  email_addresses      = ["SMTP:press@contoso.com"]
  is_dir_synced        = false
  provisioned_by       = "cloud_direct"
}

shared_mailbox "newsletter@contoso.com" {
  home                 = "cloud"
  display_name         = "Newsletter"
  primary_smtp_address = "newsletter@contoso.com"
  email_addresses      = ["SMTP:newsletter@contoso.com", "smtp:newsletter@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

m365_group "brand@contoso.com" {
  home                 = "cloud"
  display_name         = "Brand"
  primary_smtp_address = "brand@contoso.com"
  members              = ["sofia.rossi@contoso.com", "oliver.grant@contoso.com"]
}

dynamic_distribution_group "all-staff@contoso.com" {
  home                 = "corp"
  display_name         = "All staff"
  primary_smtp_address = "all-staff@contoso.com"
}

mail_contact "agency@fabrikam.com" {
  home                 = "corp"
  display_name         = "Fabrikam press agency"
  primary_smtp_address = "agency@fabrikam.com"
}
