# Requests for the room reach Zoe in the cloud through the group.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "zoe@contoso.com" {
  home = "cloud"
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "zoe@contoso.com"]
}

room_mailbox "room@contoso.com" {
  home               = "corp"
  resource_delegates = ["desk@contoso.com"] # want HYB518 note
}
