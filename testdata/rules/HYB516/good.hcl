# Ann shares as much as the policy allows.
user_mailbox "ann@contoso.com" {
  home = "cloud"
}

sharing_invitation {
  owner            = "ann@contoso.com"
  recipient        = "partner@northwind.com"
  level            = "LimitedDetails"
  policy_max_level = "LimitedDetails"
}
