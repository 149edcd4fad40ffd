# Of a group, its own object counts; between two on-premises forests nothing is judged.
forest "corp" {
  aclable_synced_object_enabled = false
}

forest "fabrikam" {
  aclable_synced_object_enabled = false
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

mail_enabled_security_group "synced@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

mail_enabled_security_group "cloudy@contoso.com" {
  home    = "cloud"
  members = ["amy@contoso.com"]

  object "corp" {
    recipient_display_type = 8
  }
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "synced@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "cloudy@contoso.com" # want HYB605 error
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "dee@fabrikam.com"
}
