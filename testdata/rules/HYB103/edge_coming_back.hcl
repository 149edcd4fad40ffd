# A mailbox comes back from the cloud. It was created there and has no object that could be stamped.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = false
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["boss@contoso.com"]
}
