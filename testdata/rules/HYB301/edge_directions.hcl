# Both directions, an import, and what stays silent: groups on either end, and two on-premises forests.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home   = "cloud"
  origin = "corp"
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

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

# From on-premises to the cloud; the entry travelled with the mailbox.
grant "send_as" {
  recipient               = "sales@contoso.com"
  delegate                = "ben@contoso.com" # want HYB301 warning
  established_before_move = true
}

# Only a move cures an entry that exists.
grant "send_as" {
  state      = "existing"
  recipient  = "info@contoso.com"
  delegates  = ["amy@contoso.com", "ben@contoso.com"] # want HYB301 note
  present_in = ["corp", "cloud"]
}

# A synchronized group exists on both sides.
grant "send_as" {
  recipient  = "all-sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "helpdesk@contoso.com"
  present_in = ["corp", "cloud"]
}

# Two on-premises forests are one side.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "eva@contoso.com"
  present_in = ["corp", "emea"]
}

# A denied entry is nobody's permission.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
