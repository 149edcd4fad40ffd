# Amy is listed once, with her permission.
user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  state             = "existing"
  manager           = "boss@contoso.com"
  delegate          = "amy@contoso.com"
  listed_twice      = false
  listed_permission = "Editor"
}
