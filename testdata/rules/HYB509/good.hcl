# Bob made Ann a delegate in Outlook who may see private items.
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
  expects   = ["read", "private_items"]
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  private_items        = true
}
