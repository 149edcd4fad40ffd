user_mailbox "charlotte.wagner@contoso.com" {
  home                 = "cloud"
  display_name         = "Charlotte Wagner"
  primary_smtp_address = "charlotte.wagner@contoso.com"
  email_addresses = [
    "SMTP:charlotte.wagner@contoso.com",
    "smtp:ceo@contoso.com",
    "smtp:charlotte.wagner@${local.routing_domain}",
  ]
  provisioned_by              = "migration"
  moved_on                    = "2026-06-20"
  calendar_default_permission = "AvailabilityOnly"

  # What stayed behind in Active Directory when the mailbox moved.
  object "corp" {
    recipient_type_details = "RemoteUserMailbox"
    recipient_display_type = local.aclable_user
    target_address         = "SMTP:charlotte.wagner@${local.routing_domain}"
    primary_smtp_address   = "charlotte.wagner@contoso.com"
  }
}

user_mailbox "victor.almeida@contoso.com" {
  home                 = "corp"
  display_name         = "Victor Almeida"
  primary_smtp_address = "victor.almeida@contoso.com"
  email_addresses      = ["SMTP:victor.almeida@contoso.com"]
}

user_mailbox "anna.becker@contoso.com" {
  home                 = "corp"
  display_name         = "Anna Becker"
  primary_smtp_address = "anna.becker@contoso.com"
  email_addresses      = ["SMTP:anna.becker@contoso.com"]
}

shared_mailbox "board@contoso.com" {
  home                 = "cloud"
  display_name         = "Board of Directors"
  primary_smtp_address = "board@contoso.com"
  email_addresses      = ["SMTP:board@contoso.com", "smtp:board@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-06-20"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
    recipient_display_type = local.aclable_user
    target_address         = "SMTP:board@${local.routing_domain}"
    primary_smtp_address   = "board@contoso.com"
  }
}
