# Amy's mailbox has moved.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "entra_connect" {
  version         = "2.5.190.0"
  group_writeback = true
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegate  = "amy@contoso.com"
}
