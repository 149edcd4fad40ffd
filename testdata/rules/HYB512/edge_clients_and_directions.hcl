forest "corp" {}
forest "fabrikam" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "ann@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

# Owner on-premises, recipient in the cloud.
sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "owa" # want HYB512 error
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "new_outlook_windows" # want HYB512 error
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "outlook_windows"
  outlook_channel  = "c2r_monthly" # want HYB512 error
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  accepting_client = "outlook_windows"
}

# Owner in the cloud, recipient on-premises.
sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "outlook_mac" # want HYB512 error
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "outlook_android" # want HYB512 error
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "owa"
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "outlook_windows"
  outlook_channel  = "c2r_monthly"
}

# The client is not declared; only viewing clients are.
sharing_invitation {
  owner           = "bob@contoso.com"
  recipient       = "ann@contoso.com"
  viewing_clients = ["outlook_ios"]
}

# One side, and another organization.
sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "cho@contoso.com"
  accepting_client = "outlook_ios"
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "dee@fabrikam.com"
  accepting_client = "outlook_ios"
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "partner@northwind.com"
  accepting_client = "outlook_ios"
}
