# Nobody on-premises has a mailbox any more.
tenant "contoso" {
  organization_relationship "corp" {
    enabled = false
  }
}

forest "corp" {
  organization_relationship {
    enabled = false
  }
}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}
