# Entra Connect before 1.1.553.0: the switch would not help, so nothing is assumed. The group's people decide.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  version = "1.1.371.0"
}

directory_sync "cloud_sync" {
  exchange_hybrid_writeback = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "cloud@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "both@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "cloud@contoso.com"]
}

mail_enabled_security_group "in-cloud@contoso.com" {
  home    = "corp"
  members = ["cloud@contoso.com"]
}

mail_enabled_security_group "nobody@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com",  # want HYB401 error
    "both@contoso.com", # want HYB401 error
    "in-cloud@contoso.com",
    "nobody@contoso.com",
  ]
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com" # want HYB401 error
  send_on_behalf = true
}
