# The ticket asks for Full Access on a user mailbox and a shared mailbox, marked together in the Exchange admin center.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

bulk_change "ticket-4711" {
  channel    = "eac"
  recipients = ["amy@contoso.com", "info@contoso.com"] # want HYB901 error
  permission = "full_access"
}
