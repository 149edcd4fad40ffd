# The relationship with a forest in which nobody lives any more does no harm.
forest "corp" {
  organization_relationship {
    enabled = false
  }
}

forest "emea" {}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "emea"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}
