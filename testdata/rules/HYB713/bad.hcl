# A distribution list has no mailbox, and Zoe moved long ago.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

distribution_group "list@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "amy@contoso.com",
    "list@contoso.com", # want HYB713 error
    "zoe@contoso.com",  # want HYB713 error
  ]
}
