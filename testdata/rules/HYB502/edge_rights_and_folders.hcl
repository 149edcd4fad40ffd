forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

# Somebody expects details, and the rights do not read items.
grant "folder" {
  recipient     = "cho@contoso.com"
  delegate      = "bob@contoso.com"
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"] # want HYB502 warning
  expects       = ["calendar_details"]
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["Contributor"] # want HYB502 warning
  expects       = ["read", "calendar_details"]
}

# A calendar has another name in another language.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Kalender"
  folder_type   = "Calendar"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

# It exists already: no difference.
grant "folder" {
  state         = "existing"
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

# AvailabilityOnly, and nobody expects more.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"]
}

# The single right reads items too.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails", "ReadItems"]
  expects       = ["calendar_details"]
}

# Default is what Scheduling Assistant uses.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
}

# No calendar: the type decides.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Termine"
  access_rights = ["LimitedDetails"]
}

# An application.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "cho@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
  clients       = ["application"]
}
