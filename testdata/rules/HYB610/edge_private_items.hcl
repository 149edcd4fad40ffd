forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager           = "boss@contoso.com"
  delegate          = "amy@contoso.com"
  listed_permission = "None" # want HYB610 note
}

# Private items may be lost: something has to be done, which HYB602 says.
outlook_delegate {
  manager           = "boss@contoso.com"
  delegate          = "bob@contoso.com"
  private_items     = true # want HYB602 warning
  listed_permission = "None"
}

# The same two, who were split without private items.
outlook_delegate {
  manager           = "boss@contoso.com"
  delegate          = "bob@contoso.com"
  listed_permission = "None" # want HYB610 note
}
