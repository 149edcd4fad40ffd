# After the move Outlook lists Amy twice. It looks wrong and works.
user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  state        = "existing"
  manager      = "boss@contoso.com"
  delegate     = "amy@contoso.com"
  listed_twice = true # want HYB610 note
}
