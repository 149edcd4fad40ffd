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

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "cloud"
  members = ["eve@contoso.com", "dee@fabrikam.com"]
}

mail_enabled_security_group "locals@contoso.com" {
  home    = "corp"
  members = ["eve@contoso.com", "nobody@contoso.com"]
}

# Two on-premises forests are two forests here.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com" # want HYB601 warning
}

# It exists already: a note.
outlook_delegate {
  state    = "existing"
  manager  = "cho@contoso.com"
  delegate = "boss@contoso.com" # want HYB601 note
}

# The people decide, not where the group is.
outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "desk@contoso.com" # want HYB601 warning
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "locals@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "eve@contoso.com"
}
