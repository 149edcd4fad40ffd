# Nested groups count; people one by one, contacts in the cloud and rooms there do not.
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

mail_contact "partner@fabrikam.com" {
  home = "cloud"
}

distribution_group "inner@contoso.com" {
  home    = "corp"
  members = ["zoe@contoso.com", "outer@contoso.com"]
}

distribution_group "outer@contoso.com" {
  home    = "corp"
  members = ["inner@contoso.com"]
}

distribution_group "partners@contoso.com" {
  home    = "corp"
  members = ["partner@fabrikam.com"]
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
  resource_delegates = [
    "zoe@contoso.com",
    "partners@contoso.com",
    "outer@contoso.com", # want HYB518 note
  ]
}

room_mailbox "cloud-room@contoso.com" {
  home               = "cloud"
  resource_delegates = ["outer@contoso.com"]
}
