forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

# The other side.
sharing_invitation {
  owner                 = "bob@contoso.com"
  recipient             = "ann@contoso.com"
  sender_client_updated = false # want HYB514 warning
}

# One side.
sharing_invitation {
  owner                 = "bob@contoso.com"
  recipient             = "eve@contoso.com"
  sender_client_updated = false
}

# Not declared.
sharing_invitation {
  owner     = "bob@contoso.com"
  recipient = "ann@contoso.com"
}
