# The linked mailbox was moved and is still called one. In Exchange Online there are none.
forest "corp" {
  exchange_version = "2019"
}

linked_mailbox "ben@contoso.com" {
  home           = "cloud" # want HYB817 error
  provisioned_by = "migration"
}
