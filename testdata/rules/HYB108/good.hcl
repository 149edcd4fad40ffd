# Created with New-RemoteMailbox, the mailbox has an object on-premises from the first day.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"

  object "corp" {
    created_with_aclable_switch = true
  }
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com"
}
