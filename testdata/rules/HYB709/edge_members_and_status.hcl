forest "corp" {
  exchange_version              = "2016"
  aclable_synced_object_enabled = false
}

room_mailbox "room@contoso.com" {
  home = "corp"
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

# Rooms and equipment are never stamped.
migration_batch "rooms" {
  direction = "onboarding"
  members   = ["room@contoso.com", "van@contoso.com"]
}

migration_batch "mixed" { # want HYB709 warning
  direction = "onboarding"
  members   = ["room@contoso.com", "sales@contoso.com"]
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["adele@contoso.com"]
}

migration_batch "over" {
  direction = "onboarding"
  members   = ["sales@contoso.com"]
  status    = "Completed"
}

migration_batch "stopped" {
  direction = "onboarding"
  members   = ["sales@contoso.com"]
  status    = "Stopped"
}

# The first batch that moves a mailbox of the forest is named, the others are counted.
migration_batch "waiting" {
  direction = "onboarding"
  members   = ["sales@contoso.com"]
  status    = "Waiting"
}
