# The script that grants Send As on an on-premises mailbox uses the cmdlet of Exchange Online.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "Add-RecipientPermission" # want HYB305 error
}
