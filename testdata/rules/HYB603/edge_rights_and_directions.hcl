forest "corp" {}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = false
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com", "eve@contoso.com"]
}

# Copies of meeting requests are enough; it exists already, which makes no difference.
outlook_delegate {
  state                     = "existing"
  manager                   = "boss@contoso.com"
  delegate                  = "bob@contoso.com" # want HYB603 error
  folder_access_rights      = { Calendar = "Reviewer" }
  receives_meeting_requests = true
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "desk@contoso.com" # want HYB603 error
  folder_access_rights = { Calendar = "PublishingEditor" }
}

# Read-only, or a right on another folder.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "eve@contoso.com"
  folder_access_rights = { Calendar = "Author", Inbox = "Editor" }
}

# The invitees' addresses were added by hand.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "eve@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  x500_written_back    = true
}

# Both in the cloud; manager on-premises.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "ann@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
}

outlook_delegate {
  manager              = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
}
