# What the forest could do when the mailbox moved.
forest "off" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

forest "undeclared" {
  exchange_version = "SE"
}

forest "cu9" {
  exchange_version  = "2013"
  cumulative_update = 9
}

forest "old" {
  exchange_version              = "2010"
  aclable_synced_object_enabled = true
}

forest "empty" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

user_mailbox "a1@contoso.com" {
  home = "off"
}

user_mailbox "b1@contoso.com" {
  home = "undeclared"
}

user_mailbox "c1@contoso.com" {
  home = "cu9"
}

user_mailbox "d1@contoso.com" {
  home = "old"
}

user_mailbox "a2@contoso.com" {
  home           = "cloud"
  origin         = "off"
  provisioned_by = "migration" # want HYB110 warning
}

# Nobody declared the setting; its default is off.
user_mailbox "b2@contoso.com" {
  home           = "cloud"
  origin         = "undeclared"
  provisioned_by = "migration" # want HYB110 note
}

user_mailbox "c2@contoso.com" {
  home           = "cloud"
  origin         = "cu9"
  provisioned_by = "migration" # want HYB110 warning
}

user_mailbox "d2@contoso.com" {
  home           = "cloud"
  origin         = "old"
  provisioned_by = "migration" # want HYB110 warning
}

user_mailbox "e2@contoso.com" {
  home           = "cloud"
  origin         = "empty"
  provisioned_by = "migration"
}

user_mailbox "f2@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}
