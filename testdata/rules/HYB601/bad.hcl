# The assistant moved to Exchange Online before the manager did.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com" # want HYB601 warning
  folder_access_rights = { Calendar = "Editor" }
}
