forest "corp" {}
forest "fabrikam" {}

# Several forests view this mailbox; the finding is one.
user_mailbox "cho@contoso.com" {
  home                        = "cloud"
  origin                      = "corp"
  calendar_default_permission = "Contributor" # want HYB506 warning
}

room_mailbox "room@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "None" # want HYB506 warning
}

user_mailbox "silent@contoso.com" {
  home = "corp"
}

user_mailbox "open@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "LimitedDetails"
}

user_mailbox "wide@contoso.com" {
  home                        = "fabrikam"
  calendar_default_permission = "Reviewer"
}
