# Cloud users who look up somebody on-premises ask the forest, and its relationship to the tenant is disabled.
forest "corp" {
  organization_relationship {
    enabled = false # want HYB508 warning
  }
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}
