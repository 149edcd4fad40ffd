# Programs with a mailbox. They never open Outlook, so everything about opening and finding mailboxes is silent for them;
# that a right is there when they send is checked all the same.

# Scan-to-mail: all multifunction printers sign in with this account, at the on-premises servers.
user_mailbox "scanner@contoso.com" {
  home                 = "corp"
  used_by              = "application"
  display_name         = "Scan to mail"
  primary_smtp_address = "scanner@contoso.com"
  email_addresses      = ["SMTP:scanner@contoso.com"]
}

user_mailbox "erp@contoso.com" {
  home                 = "corp"
  used_by              = "application"
  display_name         = "ERP"
  primary_smtp_address = "erp@contoso.com"
  email_addresses      = ["SMTP:erp@contoso.com"]
}

user_mailbox "crm@contoso.com" {
  home                 = "cloud"
  used_by              = "application"
  display_name         = "CRM"
  primary_smtp_address = "crm@contoso.com"
  email_addresses      = ["SMTP:crm@contoso.com", "smtp:crm@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-02-14"
}
