# A mailbox that is in the address lists can be added by hand too.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true
}
