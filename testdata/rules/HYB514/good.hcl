# Ann's Outlook has the fix of March 2019.
user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner                 = "ann@contoso.com"
  recipient             = "partner@northwind.com"
  sender_client_updated = true
}
