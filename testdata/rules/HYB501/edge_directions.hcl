# Both directions count; two on-premises forests are one side.
forest "corp" {}
forest "fabrikam" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

# On-premises delegate, cloud mailbox.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "bob@contoso.com" # want HYB501 warning
  folder        = "Calendar"
  access_rights = ["Editor"]
}

# One delegate of the list is on the mailbox's side.
grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "dee@fabrikam.com",
    "cho@contoso.com", # want HYB501 warning
  ]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

# Default and Anonymous are no delegates.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegates     = ["Default", "Anonymous"]
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"]
}
