forest "corp" {}
forest "fabrikam" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

# Two on-premises forests; a phone beside Outlook for Windows.
outlook_delegate {
  state    = "existing"
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com"
  clients  = ["outlook_windows", "outlook_android"] # want HYB609 warning
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com"
  clients  = ["outlook_ios"] # want HYB609 warning
}

# Web clients, clients not declared, one forest.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com"
  clients  = ["owa", "new_outlook_windows"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "eve@contoso.com"
  clients  = ["outlook_mac", "outlook_ios"]
}
