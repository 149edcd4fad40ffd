# Send As counts where the delegate works, whichever grant states the expectation.
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

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "moved@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "senders@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "senders@contoso.com"
}

# Through the group; and Full Access may state the expectation too.
grant "full_access" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  expects   = ["read", "show_delegate"] # want HYB309 note
}

# The Send As grant itself.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "eva@contoso.com"
  expects   = ["show_delegate"] # want HYB309 note
}

# Amy works in the cloud; the entry is on-premises only, so that Send on Behalf is what works.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp"]
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["show_delegate"]
}

# Nobody looked on-premises.
grant "send_as" {
  state      = "existing"
  recipient  = "moved@contoso.com"
  delegate   = "ben@contoso.com"
  unknown_in = ["corp"]
}

grant "send_on_behalf" {
  recipient = "moved@contoso.com"
  delegate  = "ben@contoso.com"
  expects   = ["show_delegate"]
}

# Made before the mailbox moved, so that it is where Eva works.
grant "send_as" {
  state                   = "existing"
  recipient               = "moved@contoso.com"
  delegate                = "eva@contoso.com"
  established_before_move = true
}

grant "send_on_behalf" {
  recipient = "moved@contoso.com"
  delegate  = "eva@contoso.com"
  expects   = ["show_delegate"] # want HYB309 note
}
