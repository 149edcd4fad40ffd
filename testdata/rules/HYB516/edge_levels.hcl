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

# The other side.
sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  level            = "LimitedDetails" # want HYB516 error
  policy_max_level = "AvailabilityOnly"
}

# Less than allowed.
sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  level            = "AvailabilityOnly"
  policy_max_level = "Reviewer"
}

# One side.
sharing_invitation {
  owner            = "cho@contoso.com"
  recipient        = "ann@contoso.com"
  level            = "Reviewer"
  policy_max_level = "AvailabilityOnly"
}

# One of the two is not declared.
sharing_invitation {
  owner     = "bob@contoso.com"
  recipient = "ann@contoso.com"
  level     = "Reviewer"
}

sharing_invitation {
  owner            = "bob@contoso.com"
  recipient        = "ann@contoso.com"
  policy_max_level = "AvailabilityOnly"
}
