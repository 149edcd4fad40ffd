# An entry made before its mailbox moved is in both forests. One that was there before only the sender moved is not.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "created@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

shared_mailbox "stayed@contoso.com" {
  home = "corp"
}

# The mailbox moved.
grant "send_as" {
  recipient               = "moved@contoso.com"
  delegate                = "ben@contoso.com"
  established_before_move = true
}

# Only the sender moved.
grant "send_as" {
  recipient               = "stayed@contoso.com"
  delegate                = "amy@contoso.com" # want HYB302 error
  established_before_move = true
}

# Nobody knows whether an existing entry is older than the move: one level lower.
grant "send_as" {
  state     = "existing"
  recipient = "moved@contoso.com"
  delegate  = "ben@contoso.com" # want HYB302 warning
}

grant "send_as" {
  state                   = "existing"
  recipient               = "moved@contoso.com"
  delegate                = "ben@contoso.com" # want HYB302 error
  established_before_move = false
}

# A planned entry is new.
grant "send_as" {
  recipient = "moved@contoso.com"
  delegate  = "ben@contoso.com" # want HYB302 error
}

# A mailbox that was created in the cloud brought nothing with it.
grant "send_as" {
  state     = "existing"
  recipient = "created@contoso.com"
  delegate  = "ben@contoso.com" # want HYB302 error
}

# The on-premises side was not exported, so nobody knows.
grant "send_as" {
  state      = "existing"
  recipient  = "moved@contoso.com"
  delegate   = "ben@contoso.com"
  unknown_in = ["corp"]
}

# On one side with a wrong present_in.
grant "send_as" {
  recipient  = "moved@contoso.com"
  delegate   = "amy@contoso.com" # want HYB302 error
  present_in = ["corp"]
}
