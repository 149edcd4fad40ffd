# The switch of Entra Connect is not declared; it is off by default.
forest "corp" {}

directory_sync "entra_connect" {
  version = "2.5.190.0"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com" # want HYB603 warning
  folder_access_rights = { Calendar = "Editor" }
}
