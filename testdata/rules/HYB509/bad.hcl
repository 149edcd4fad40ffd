# Ann opens Bob's mailbox with Full Access and is to see his private appointments too.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "bob@contoso.com"
  delegate  = "ann@contoso.com"
  expects   = ["read", "private_items"] # want HYB509 error
}
