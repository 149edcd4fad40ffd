user_mailbox "henrik.lund@contoso.com" {
  home                 = "corp"
  display_name         = "Henrik Lund"
  primary_smtp_address = "henrik.lund@contoso.com"
  email_addresses      = ["SMTP:henrik.lund@contoso.com", "smtp:cfo@contoso.com"]
}

user_mailbox "paula.reyes@contoso.com" {
  home                 = "corp"
  display_name         = "Paula Reyes"
  primary_smtp_address = "paula.reyes@contoso.com"
  email_addresses      = ["SMTP:paula.reyes@contoso.com"]
}

user_mailbox "george.papadakis@contoso.com" {
  home                 = "corp"
  display_name         = "George Papadakis"
  primary_smtp_address = "george.papadakis@contoso.com"
  email_addresses      = ["SMTP:george.papadakis@contoso.com"]
}

user_mailbox "tomasz.nowak@contoso.com" {
  home                 = "corp"
  display_name         = "Tomasz Nowak"
  primary_smtp_address = "tomasz.nowak@contoso.com"
  email_addresses      = ["SMTP:tomasz.nowak@contoso.com"]
}

user_mailbox "fatima.alaoui@contoso.com" {
  home                 = "corp"
  display_name         = "Fatima Alaoui"
  primary_smtp_address = "fatima.alaoui@contoso.com"
  email_addresses      = ["SMTP:fatima.alaoui@contoso.com"]
}

# Invoices went ahead of the rest of finance, because the new invoice workflow runs in the cloud.
shared_mailbox "invoices@contoso.com" {
  home                 = "cloud"
  display_name         = "Invoices"
  primary_smtp_address = "invoices@contoso.com"
  email_addresses      = ["SMTP:invoices@contoso.com", "smtp:invoices@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2026-06-20"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
    recipient_display_type = local.aclable_user
    target_address         = "SMTP:invoices@${local.routing_domain}"
    primary_smtp_address   = "invoices@contoso.com"
  }
}

shared_mailbox "payroll@contoso.com" {
  home                 = "corp"
  display_name         = "Payroll"
  primary_smtp_address = "payroll@contoso.com"
  email_addresses      = ["SMTP:payroll@contoso.com"]
}

shared_mailbox "ledger@contoso.com" {
  home                 = "corp"
  display_name         = "General Ledger"
  primary_smtp_address = "ledger@contoso.com"
  email_addresses      = ["SMTP:ledger@contoso.com"]
}

shared_mailbox "treasury@contoso.com" {
  home                 = "corp"
  display_name         = "Treasury"
  primary_smtp_address = "treasury@contoso.com"
  email_addresses      = ["SMTP:treasury@contoso.com"]
}

mail_enabled_security_group "accounts-payable@contoso.com" {
  home                 = "corp"
  display_name         = "Accounts Payable"
  primary_smtp_address = "accounts-payable@contoso.com"
  group_scope          = "universal"
  members              = ["tomasz.nowak@contoso.com", "fatima.alaoui@contoso.com"]
}
