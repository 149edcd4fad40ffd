# The last update of Exchange 2013 has the setting, which came with CU10.
forest "corp" {
  exchange_version              = "2013"
  cumulative_update = 23
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
