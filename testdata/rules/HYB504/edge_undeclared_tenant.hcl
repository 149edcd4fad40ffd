# Nobody said what the cloud uses.
forest "corp" {
  modern_auth = false
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient    = "bob@contoso.com"
  delegate     = "ann@contoso.com"
  auto_mapping = false
}
