# Ann's Outlook was not updated since 2018; the calendar she shares with a partner cannot be accepted.
user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner                 = "ann@contoso.com"
  recipient             = "partner@northwind.com"
  sender_client_updated = false # want HYB514 warning
}
