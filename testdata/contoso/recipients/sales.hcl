locals {
  account_managers = ["oliver.grant@contoso.com", "mei.tanaka@contoso.com", "lucas.moreau@contoso.com"]
}

user_mailbox "oliver.grant@contoso.com" {
  home                 = "cloud"
  display_name         = "Oliver Grant"
  primary_smtp_address = "oliver.grant@contoso.com"
  email_addresses      = ["SMTP:oliver.grant@contoso.com", "smtp:oliver.grant@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

user_mailbox "mei.tanaka@contoso.com" {
  home                 = "cloud"
  display_name         = "Mei Tanaka"
  primary_smtp_address = "mei.tanaka@contoso.com"
  email_addresses      = ["SMTP:mei.tanaka@contoso.com", "smtp:mei.tanaka@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

user_mailbox "lucas.moreau@contoso.com" {
  home                 = "cloud"
  display_name         = "Lucas Moreau"
  primary_smtp_address = "lucas.moreau@contoso.com"
  email_addresses      = ["SMTP:lucas.moreau@contoso.com", "smtp:lucas.moreau@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

user_mailbox "ingrid.solberg@contoso.com" {
  home                 = "corp"
  display_name         = "Ingrid Solberg"
  primary_smtp_address = "ingrid.solberg@contoso.com"
  email_addresses      = ["SMTP:ingrid.solberg@contoso.com"]
}

# Marta left in August. Her account is disabled and her mailbox hidden, as the leaver procedure asks.
user_mailbox "marta.silva@contoso.com" {
  home                              = "cloud"
  display_name                      = "Marta Silva"
  primary_smtp_address              = "marta.silva@contoso.com"
  email_addresses                   = ["SMTP:marta.silva@contoso.com", "smtp:marta.silva@${local.routing_domain}"]
  provisioned_by                    = "migration"
  moved_on                          = "2026-02-14"
  account_enabled                   = false
  hidden_from_address_lists_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home                 = "cloud"
  display_name         = "Sales"
  primary_smtp_address = "sales@contoso.com"
  email_addresses      = ["SMTP:sales@contoso.com", "smtp:sales@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

shared_mailbox "orders@contoso.com" {
  home                 = "corp"
  display_name         = "Orders"
  primary_smtp_address = "orders@contoso.com"
  email_addresses      = ["SMTP:orders@contoso.com"]
}

# Moved with the pilot, two months before ACLableSyncedObjectEnabled was switched on. Afterwards IT stamped the objects
# of its own people by hand (it.hcl) and forgot this one.
shared_mailbox "tenders@contoso.com" {
  home                 = "cloud"
  display_name         = "Tender Office"
  primary_smtp_address = "tenders@contoso.com"
  email_addresses      = ["SMTP:tenders@contoso.com", "smtp:tenders@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2025-09-13"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
    recipient_display_type = local.synced_user
    target_address         = "SMTP:tenders@${local.routing_domain}"
    primary_smtp_address   = "tenders@contoso.com"
  }
}

mail_enabled_security_group "sales-team@contoso.com" {
  home                 = "corp"
  display_name         = "Sales Team"
  primary_smtp_address = "sales-team@contoso.com"
  group_scope          = "universal"
  members              = concat(local.account_managers, ["ingrid.solberg@contoso.com"])
}
