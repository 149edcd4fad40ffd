# What counts as one of the mailbox's own addresses.
forest "corp" {}

user_mailbox "john@contoso.com" {
  home = "corp"
}

shared_mailbox "renamed@contoso.com" {
  home            = "cloud"
  provisioned_by  = "migration"
  email_addresses = ["SMTP:renamed@contoso.com", "smtp:renamed@contoso.mail.onmicrosoft.com"]

  object "corp" {
    target_address = "SMTP:old@contoso.mail.onmicrosoft.com"
  }
}

shared_mailbox "primary@contoso.com" {
  home                 = "cloud"
  provisioned_by       = "migration"
  primary_smtp_address = "primary@contoso.com"
  email_addresses      = ["smtp:alias@contoso.com"]

  object "corp" {
    target_address = "Primary@contoso.com"
  }
}

shared_mailbox "unchecked@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    target_address = "SMTP:other@contoso.mail.onmicrosoft.com"
  }
}

shared_mailbox "undeclared@contoso.com" {
  home            = "cloud"
  provisioned_by  = "migration"
  email_addresses = ["SMTP:undeclared@contoso.com"]

  object "corp" {
    recipient_display_type = -1073741818
  }
}

grant "full_access" {
  recipient = "renamed@contoso.com"
  delegate  = "john@contoso.com" # want HYB107 error
}

grant "full_access" {
  recipient = "primary@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "unchecked@contoso.com"
  delegate  = "john@contoso.com"
}

grant "full_access" {
  recipient = "undeclared@contoso.com"
  delegate  = "john@contoso.com"
}
