forest "corp" {}
forest "fabrikam" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

# They are in one forest again, but were moved one after the other. It is listed twice too; HYB610 would say "leave it".
outlook_delegate {
  manager          = "boss@contoso.com"
  delegate         = "amy@contoso.com"
  private_items    = true # want HYB602 warning
  moved_separately = true
  listed_twice     = true
}

# Moved together, or nobody said.
outlook_delegate {
  manager          = "boss@contoso.com"
  delegate         = "amy@contoso.com"
  private_items    = true
  moved_separately = false
  listed_twice     = true # want HYB610 note
}

outlook_delegate {
  manager       = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  private_items = true
}

# Two on-premises forests, existing: no difference.
outlook_delegate {
  state         = "existing"
  manager       = "eve@contoso.com"
  delegate      = "dee@fabrikam.com"
  private_items = true # want HYB602 warning
}

# No private items.
outlook_delegate {
  manager          = "boss@contoso.com"
  delegate         = "eve@contoso.com"
  private_items    = false
  moved_separately = true
}

# Set up again in full.
outlook_delegate {
  manager                 = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  private_items           = true
  moved_separately        = true
  reconfigured_after_move = true
  listed_permission       = "None" # want HYB610 note
}
