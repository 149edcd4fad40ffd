# The permission is present in the forest of the sender, in both directions and however it came there: nothing to report.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

user_mailbox "moved-manager@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "manager@contoso.com" {
  home = "corp"
}

user_mailbox "moved-assistant@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "assistant@contoso.com" {
  home = "corp"
}

# Written back.
grant "send_on_behalf" {
  recipient = "moved-manager@contoso.com"
  delegate  = "assistant@contoso.com"
}

# Set by hand on both sides.
grant "send_on_behalf" {
  recipient  = "moved-manager@contoso.com"
  delegate   = "assistant@contoso.com" # want HYB004 note
  present_in = ["cloud", "corp"]
}

# Synchronized to Exchange Online.
grant "send_on_behalf" {
  recipient = "manager@contoso.com"
  delegate  = "moved-assistant@contoso.com"
}
