# CU10 is the first update that has the setting.
forest "corp" {
  exchange_version              = "2013"
  cumulative_update             = 10
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
