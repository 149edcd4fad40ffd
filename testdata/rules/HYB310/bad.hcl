# The project's Microsoft 365 group is to be the sender of its mail, also for Amy, who has not moved yet.
forest "corp" {
  exchange_version = "SE"
}

directory_sync "entra_connect" {
  version         = "2.5.190.0"
  group_writeback = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient  = "project@contoso.com"
  delegate   = "amy@contoso.com" # want HYB310 error
  present_in = ["cloud", "corp"]
}
