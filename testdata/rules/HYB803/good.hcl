# The same change in PowerShell, without auto-mapping.
user_mailbox "auditor@contoso.com" {
  home = "cloud"
}

discovery_mailbox "discovery@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient    = "discovery@contoso.com"
  delegate     = "auditor@contoso.com"
  auto_mapping = false
  channel      = "powershell"
}
