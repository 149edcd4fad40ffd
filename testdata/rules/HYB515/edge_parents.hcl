forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

user_mailbox "dan@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["ann@contoso.com"]
}

# Both slashes divide a path; free/busy rights show no folder; an empty list shows nothing either.
grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "\\Calendar\\Holidays"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["LimitedDetails"] # want HYB515 warning
}

grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "Inbox\\2024/Invoices"
  access_rights        = ["Reviewer"]
  parent_access_rights = [] # want HYB515 warning
}

# Contributor and anything that reads items include it.
grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "Inbox/Projects"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["Contributor"]
}

grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "Inbox/Projects"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["CreateItems", "ReadItems"]
}

# Not declared; a top-level folder.
grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox/Projects"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "/Calendar"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["None"]
}

# Default is no delegate, and Dan has Full Access.
grant "folder" {
  recipient            = "bob@contoso.com"
  delegates            = ["Default", "dan@contoso.com"]
  folder               = "Inbox/Projects"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["None"]
}

grant "full_access" {
  recipient = "bob@contoso.com"
  delegate  = "dan@contoso.com"
}

# Full Access of a group is not that of its member: the words are meant literally here.
grant "full_access" {
  recipient    = "dan@contoso.com"
  delegate     = "team@contoso.com"
  auto_mapping = false
}

grant "folder" {
  recipient            = "dan@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "Inbox/Projects"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["None"] # want HYB515 warning
}
