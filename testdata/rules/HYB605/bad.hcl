# Amy's remote mailbox was made without -ACLableSyncedObjectEnabled; Outlook refuses to add her as a delegate.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "enable_remote_mailbox"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com" # want HYB605 error
  folder_access_rights = { Calendar = "Editor" }
}
