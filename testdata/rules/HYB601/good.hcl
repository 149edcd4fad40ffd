# Manager and assistant moved together.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
}
