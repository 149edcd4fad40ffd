# For a manager in the cloud only a declared display type says that the delegate cannot be added.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "dan@contoso.com" {
  home = "corp"

  object "cloud" {
    recipient_display_type = -2147482106
  }
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "bob@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dan@contoso.com" # want HYB605 error
}
