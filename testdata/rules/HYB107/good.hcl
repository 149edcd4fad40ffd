# The target address is the mailbox's own address in the cloud; upper and lower case do not matter.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home            = "cloud"
  provisioned_by  = "migration"
  email_addresses = ["SMTP:sales@contoso.com", "smtp:Sales@contoso.mail.onmicrosoft.com"]

  object "corp" {
    target_address = "SMTP:sales@contoso.mail.onmicrosoft.com"
  }
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com"
}
