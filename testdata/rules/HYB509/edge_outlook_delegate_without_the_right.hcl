# A delegate, but not for private items.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "folder" {
  state         = "existing"
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
  expects       = ["private_items"] # want HYB509 error
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  private_items        = false
}
