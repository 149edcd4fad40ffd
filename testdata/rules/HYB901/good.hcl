# One run per type, or PowerShell.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

bulk_change "ticket-4711" {
  channel    = "eac"
  recipients = ["sales@contoso.com", "info@contoso.com"]
  permission = "full_access"
}

bulk_change "ticket-4712" {
  channel    = "powershell"
  recipients = ["amy@contoso.com", "info@contoso.com"]
  permission = "full_access"
}
