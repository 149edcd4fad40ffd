forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

# Accepting works in Outlook on the web, viewing does not.
sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "owa" # want HYB513 warning
}

# The viewing clients are what counts where they are declared.
sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "bob@contoso.com"
  accepting_client = "owa"
  viewing_clients  = ["outlook_windows"]
}

sharing_invitation {
  owner           = "bob@contoso.com"
  recipient       = "ann@contoso.com"
  viewing_clients = ["new_outlook_windows"] # want HYB513 warning
}

# Nothing is declared; one side; another organization.
sharing_invitation {
  owner     = "ann@contoso.com"
  recipient = "bob@contoso.com"
}

sharing_invitation {
  owner           = "ann@contoso.com"
  recipient       = "cho@contoso.com"
  viewing_clients = ["outlook_mac"]
}

sharing_invitation {
  owner           = "ann@contoso.com"
  recipient       = "partner@northwind.com"
  viewing_clients = ["outlook_mac"]
}
