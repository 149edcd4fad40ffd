# A new employee got the mailbox in the cloud from the first day, with New-RemoteMailbox but without its ACLable switch.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true # acts on mailboxes that move, not on this one
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox" # want HYB109 warning
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
