# Fabrikam moves to Exchange Online in four waves. The stories are told in policies/README.md, under "Waves".
tenant "fabrikam" {}

forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
  dedicated_hybrid_app          = true
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
}

# Wave 1, the pilot: a team and all that it works with. Nothing breaks.
user_mailbox "ida@fabrikam.com" { home = "corp" }
user_mailbox "ivan@fabrikam.com" { home = "corp" }
shared_mailbox "it@fabrikam.com" { home = "corp" }

grant "full_access" {
  state     = "existing"
  recipient = "it@fabrikam.com"
  delegates = ["ida@fabrikam.com", "ivan@fabrikam.com"]
}

grant "send_as" {
  state     = "existing"
  recipient = "it@fabrikam.com"
  delegates = ["ida@fabrikam.com", "ivan@fabrikam.com"]
}

# Wave 2: the manager goes ahead, and the assistant follows with wave 3. What breaks in between is told, with its end.
user_mailbox "mara@fabrikam.com" { home = "corp" }
user_mailbox "anton@fabrikam.com" { home = "corp" }

outlook_delegate {
  state                     = "existing"
  manager                   = "mara@fabrikam.com"
  delegate                  = "anton@fabrikam.com"
  folder_access_rights      = { Calendar = "Editor" }
  send_on_behalf            = true
  receives_meeting_requests = true
}

# Wave 3: the mailbox of accounting. One who sends as it has moved a wave ahead, and cannot send in between; the scanner, which sends as it
# too, never moves.
shared_mailbox "accounting@fabrikam.com" { home = "corp" }
user_mailbox "olga@fabrikam.com" { home = "corp" }
user_mailbox "scanner@fabrikam.com" {
  home    = "corp"
  used_by = "application"
}

grant "send_as" {
  state     = "existing"
  recipient = "accounting@fabrikam.com"
  delegates = ["olga@fabrikam.com", "scanner@fabrikam.com"]
}

# Wave 4: a room whose calendar somebody manages who moved two waves before.
room_mailbox "board-room@fabrikam.com" { home = "corp" }

grant "folder" {
  state         = "existing"
  recipient     = "board-room@fabrikam.com"
  delegate      = "ida@fabrikam.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
}
