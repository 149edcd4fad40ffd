# An enabled connector of the same holder to the same target is used first.
tenant "contoso" {
  organization_relationship "corp" {
    enabled = false
  }
  intra_organization_connector "corp" {}

  organization_relationship "fabrikam" {
    enabled = false # want HYB508 warning
  }
}

forest "corp" {
  organization_relationship {
    exists = false # want HYB508 warning
  }
  intra_organization_connector {
    enabled = false
  }
}

forest "fabrikam" {
  organization_relationship {
    exists = false
  }
  intra_organization_connector {
    enabled = true
  }
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "fabrikam-person" {
  home = "fabrikam"
}
