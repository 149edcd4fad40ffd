# An entry of None alone gives nothing that a move could drop.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "dee@contoso.com" {
  home = "corp"
}

security_group "staff" {
  home = "corp"
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "staff"
  folder        = "Calendar"
  access_rights = ["None"]
}

grant "folder" {
  recipient     = "dee@contoso.com"
  delegate      = "staff"
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "ben@contoso.com",
    "dee@contoso.com", # want HYB708 error
  ]
}
