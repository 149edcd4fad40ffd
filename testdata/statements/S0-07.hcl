# The owner has moved, the assistant has not: sending on behalf fails, the folders work as expected.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = false # want HYB102 warning
}

user_mailbox "owner@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "assistant@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "owner@contoso.com"
  delegate  = "assistant@contoso.com" # want HYB401 error
}

grant "folder" {
  recipient     = "owner@contoso.com"
  delegate      = "assistant@contoso.com" # want HYB501 warning
  folder        = "Inbox"
  access_rights = ["Editor"]
}

grant "folder" {
  recipient     = "owner@contoso.com"
  delegate      = "assistant@contoso.com" # want HYB501 warning
  folder        = "Calendar"
  access_rights = ["Editor"]
}
