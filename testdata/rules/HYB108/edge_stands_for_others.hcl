# One cause, one finding: what follows from a missing object is not reported beside it. The same entries on a mailbox whose
# object is there, but not ACLable, show what would be.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

user_mailbox "missing@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "corp" {
    exists                 = false
    recipient_display_type = -2147483642
    target_address         = ""
  }
}

user_mailbox "there@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_display_type = -2147483642
    target_address         = ""
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "missing@contoso.com"
  delegate      = "amy@contoso.com" # want HYB108 error
  auto_mapping  = true
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient     = "there@contoso.com"
  delegate      = "amy@contoso.com" # want HYB107 error, HYB203 error
  auto_mapping  = true              # want HYB206 warning
  access_method = "additional_mailbox"
}

grant "send_as" {
  recipient = "missing@contoso.com"
  delegate  = "amy@contoso.com" # want HYB108 error
}

grant "send_as" {
  recipient = "there@contoso.com"
  delegate  = "amy@contoso.com" # want HYB301 warning, HYB302 error
}

grant "folder" {
  recipient     = "missing@contoso.com"
  delegate      = "amy@contoso.com" # want HYB108 error
  folder        = "Inbox"
  access_rights = ["Editor"]
}

grant "folder" {
  recipient     = "there@contoso.com"
  delegate      = "amy@contoso.com" # want HYB107 error, HYB501 warning
  folder        = "Inbox"
  access_rights = ["Editor"]
}

# Another delegate: Amy has Send As, which would hide the Send on Behalf.
user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "missing@contoso.com"
  delegate  = "ann@contoso.com" # want HYB108 error
}

grant "send_on_behalf" {
  recipient = "there@contoso.com"
  delegate  = "ann@contoso.com" # want HYB401 error
}

# The Send on Behalf that an Outlook delegate brings along is covered as well.
user_mailbox "ada@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager        = "missing@contoso.com"
  delegate       = "ada@contoso.com" # want HYB108 error
  send_on_behalf = true
}

outlook_delegate {
  manager        = "there@contoso.com"
  delegate       = "ada@contoso.com" # want HYB107 error, HYB401 error
  send_on_behalf = true
}
