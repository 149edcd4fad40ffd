# The mailbox was created with -ACLableSyncedObjectEnabled.
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

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "new@contoso.com"
  access_method = "additional_mailbox"
}
