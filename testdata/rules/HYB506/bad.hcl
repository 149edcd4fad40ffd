# Bob's calendar shows nothing to Default, so nobody in the cloud sees when he is free.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "None" # want HYB506 warning
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}
