# New-RemoteMailbox … -ACLableSyncedObjectEnabled, or Set-RemoteMailbox with the same switch later.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"

  object "corp" {
    created_with_aclable_switch = true
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
