# Another way in, an entry that is left behind, a type that is not valid, and an access method that is only the default.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dora@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
}

# Not synchronized: unknown to those who move away (HYB108).
room_mailbox "cellar@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

distribution_group "list@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "eve@contoso.com"]
}

# Nobody declared how it is opened: one level lower.
grant "full_access" {
  recipient = "van@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "legacy_dn"
}

grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "crm@contoso.com"
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient     = "cellar@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_mailbox"
}

# A distribution group is no valid delegate (HYB802).
grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "list@contoso.com"
  access_method = "additional_mailbox"
}

# One of the group moves, the other stays.
grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "desk@contoso.com"
  access_method = "additional_mailbox"
}

# The inherited entry ends with the move of the room (HYB707).
grant "full_access" {
  recipient     = "room@contoso.com"
  delegate      = "dora@contoso.com"
  access_method = "additional_mailbox"
  inherited     = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "ben@contoso.com",
    "crm@contoso.com",
    "amy@contoso.com", # want HYB712 error, HYB712 warning
  ]
}

migration_batch "wave-2" {
  direction = "onboarding"
  members = [
    "room@contoso.com", # want HYB707 error, HYB712 error
  ]
}
