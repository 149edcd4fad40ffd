# The cloud holds no mailbox but the discovery mailbox, which every organization has. Two on-premises forests are one side.
forest "corp" {}
forest "fabrikam" {}

user_mailbox "bob@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "None"
}

user_mailbox "dee@fabrikam.com" {
  home                        = "fabrikam"
  calendar_default_permission = "None"
}

discovery_mailbox "search@contoso.com" {
  home = "cloud"
}
