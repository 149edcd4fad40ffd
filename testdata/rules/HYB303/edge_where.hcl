# The other direction, moves, unknown sides, groups and forests.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "moved@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

# A cloud group whose people all work where the mailbox is.
mail_enabled_security_group "team@contoso.com" {
  home    = "cloud"
  members = ["ben@contoso.com"]
  object "corp" {
    exists = true
  }
}

mail_enabled_security_group "both@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "ben@contoso.com"]
}

# From on-premises to the cloud.
grant "send_as" {
  recipient  = "moved@contoso.com"
  delegate   = "ben@contoso.com" # want HYB303 warning
  present_in = ["corp"]
}

# The entry travelled: it is in both, whatever was exported.
grant "send_as" {
  recipient               = "moved@contoso.com"
  delegate                = "ben@contoso.com"
  present_in              = ["corp"]
  established_before_move = true
}

# Nobody looked where the mailbox is, or where the sender is.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud"]
  unknown_in = ["corp"]
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = []
  unknown_in = ["cloud"]
}

# Missing where the sender works is another finding.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com" # want HYB302 error
}

# One forest, and two on-premises forests.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "ben@contoso.com" # want HYB302 error
  present_in = ["cloud"]
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "eva@contoso.com"
  present_in = ["emea"]
}

grant "send_as" {
  recipient  = "all-sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud"]
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "team@contoso.com" # want HYB302 error
  present_in = ["cloud"]
}

# Some of the people are in the cloud, where it is set; the others are where it is missing, which is the bigger fault.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "both@contoso.com" # want HYB302 error, HYB303 warning
  present_in = ["cloud"]
}
