# Which forests can have the setting: 2013 from CU10 on. HYB104 and HYB105 speak about the older ones.
forest "first" {
  exchange_version              = "2013"
  cumulative_update             = 10
  aclable_synced_object_enabled = false # want HYB103 warning
}

forest "too-early" {
  exchange_version              = "2013"
  cumulative_update             = 9
  aclable_synced_object_enabled = false
}

forest "unknown-update" {
  exchange_version              = "2013"
  aclable_synced_object_enabled = false
}

forest "old" {
  exchange_version              = "2010"
  aclable_synced_object_enabled = false
}

forest "unknown" {
  aclable_synced_object_enabled = false
}

user_mailbox "a@contoso.com" {
  home           = "cloud"
  origin         = "first"
  provisioned_by = "migration"
}

user_mailbox "b@contoso.com" {
  home           = "cloud"
  origin         = "too-early"
  provisioned_by = "migration"
}

user_mailbox "c@contoso.com" {
  home           = "cloud"
  origin         = "unknown-update"
  provisioned_by = "migration"
}

user_mailbox "d@contoso.com" {
  home           = "cloud"
  origin         = "old"
  provisioned_by = "migration"
}

user_mailbox "e@contoso.com" {
  home           = "cloud"
  origin         = "unknown"
  provisioned_by = "migration"
}

user_mailbox "a2@contoso.com" {
  home = "first"
}

user_mailbox "b2@contoso.com" {
  home = "too-early"
}

user_mailbox "c2@contoso.com" {
  home = "unknown-update"
}

user_mailbox "d2@contoso.com" {
  home = "old"
}

user_mailbox "e2@contoso.com" {
  home = "unknown"
}
