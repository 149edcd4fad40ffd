# After the move it is a user mailbox.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}
