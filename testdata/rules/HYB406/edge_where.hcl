# Send As counts where the delegate works, for the same delegate literally.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "corp"
}

user_mailbox "joe@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

room_mailbox "room@contoso.com" {
  home               = "corp"
  resource_delegates = ["ben@contoso.com"]
}

mail_enabled_security_group "senders@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com", "amy@contoso.com"]
}

# Send As is on-premises only, and Amy works in the cloud.
grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}

# The group's Send As is not Ben's own. Some of its people work where it is set.
grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegates = ["ben@contoso.com", "senders@contoso.com"] # want HYB406 note
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "senders@contoso.com"
}

# Nobody looked on-premises.
grant "send_on_behalf" {
  state      = "existing"
  recipient  = "moved@contoso.com"
  delegate   = "ben@contoso.com"
  present_in = ["cloud", "corp"]
}

grant "send_as" {
  state      = "existing"
  recipient  = "moved@contoso.com"
  delegate   = "ben@contoso.com"
  unknown_in = ["corp"]
}

# Made before the mailbox moved.
grant "send_on_behalf" {
  state                   = "existing"
  recipient               = "moved@contoso.com"
  delegate                = "eva@contoso.com" # want HYB406 note
  established_before_move = true
}

grant "send_as" {
  state                   = "existing"
  recipient               = "moved@contoso.com"
  delegate                = "eva@contoso.com"
  established_before_move = true
}

# Removing Send on Behalf would remove the resource delegate.
grant "send_on_behalf" {
  recipient = "room@contoso.com"
  delegates = ["ben@contoso.com", "eva@contoso.com"] # want HYB406 note
}

grant "send_as" {
  recipient = "room@contoso.com"
  delegates = ["ben@contoso.com", "eva@contoso.com"]
}

# What an Outlook delegate has is not reported.
outlook_delegate {
  manager  = "eva@contoso.com"
  delegate = "ben@contoso.com"
}

grant "send_as" {
  recipient = "eva@contoso.com"
  delegate  = "ben@contoso.com"
}

# A denied Send As is nobody's permission.
grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "joe@contoso.com"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "joe@contoso.com"
  deny      = true
}
