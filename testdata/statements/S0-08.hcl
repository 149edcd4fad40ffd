# Meeting requests are forwarded to a delegate on the other side: that is never reported, in Outlook for Windows. That the
# two are separated is.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

user_mailbox "owner@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "assistant@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager                   = "owner@contoso.com"
  delegate                  = "assistant@contoso.com" # want HYB601 warning
  receives_meeting_requests = true
  clients                   = ["outlook_windows"]
}
