# There is no synchronization, so nothing is written back.
forest "corp" {}

directory_sync "none" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com" # want HYB603 error
  folder_access_rights = { Calendar = "Editor" }
}
