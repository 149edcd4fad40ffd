user_mailbox "nadia.petrova@contoso.com" {
  home                 = "cloud"
  display_name         = "Nadia Petrova"
  primary_smtp_address = "nadia.petrova@contoso.com"
  email_addresses      = ["SMTP:nadia.petrova@contoso.com", "smtp:nadia.petrova@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

user_mailbox "karl.jensen@contoso.com" {
  home                 = "corp"
  display_name         = "Karl Jensen"
  primary_smtp_address = "karl.jensen@contoso.com"
  email_addresses      = ["SMTP:karl.jensen@contoso.com"]
}

shared_mailbox "reception@contoso.com" {
  home                 = "cloud"
  display_name         = "Reception"
  primary_smtp_address = "reception@contoso.com"
  email_addresses      = ["SMTP:reception@contoso.com", "smtp:reception@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}

# The big hall stays on-premises until its door panel is replaced.
room_mailbox "aurora@contoso.com" {
  home                        = "corp"
  display_name                = "Aurora (hall, 120 seats)"
  primary_smtp_address        = "aurora@contoso.com"
  email_addresses             = ["SMTP:aurora@contoso.com"]
  calendar_default_permission = "LimitedDetails"
  resource_delegates          = ["nadia.petrova@contoso.com"]
}

room_mailbox "borealis@contoso.com" {
  home                        = "cloud"
  display_name                = "Borealis (8 seats)"
  primary_smtp_address        = "borealis@contoso.com"
  email_addresses             = ["SMTP:borealis@contoso.com", "smtp:borealis@${local.routing_domain}"]
  provisioned_by              = "migration"
  moved_on                    = "2026-02-14"
  calendar_default_permission = "LimitedDetails"
  resource_delegates          = ["nadia.petrova@contoso.com"]

  # A room is never ACLable: this is the display type a room should have.
  object "corp" {
    recipient_type_details = "RemoteRoomMailbox"
    recipient_display_type = -2147481850
  }
}

equipment_mailbox "delivery-van@contoso.com" {
  home                 = "corp"
  display_name         = "Delivery van"
  primary_smtp_address = "delivery-van@contoso.com"
  email_addresses      = ["SMTP:delivery-van@contoso.com"]
  resource_delegates   = ["karl.jensen@contoso.com"]
}
