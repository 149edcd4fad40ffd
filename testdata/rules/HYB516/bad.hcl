# Ann shares every detail of her calendar; the policy of her mailbox allows limited details.
user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "partner@northwind.com"
  level            = "Reviewer" # want HYB516 error
  policy_max_level = "LimitedDetails"
}
