# Everybody of the group is on-premises.
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
  members = ["amy@contoso.com"]
}

room_mailbox "room@contoso.com" {
  home               = "corp"
  resource_delegates = ["desk@contoso.com"]
}
