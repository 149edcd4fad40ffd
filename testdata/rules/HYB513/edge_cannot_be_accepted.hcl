# What cannot be accepted is HYB512's; nothing is said about viewing it.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "outlook_mac" # want HYB512 error
}

# Another invitation of the same two people keeps its own finding.
sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "outlook_windows"
  viewing_clients  = ["owa"] # want HYB513 warning
}
