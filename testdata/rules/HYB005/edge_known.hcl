# What says what the folder is, and what is told by other rules.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

# Calendars by their names, without case, in other languages and with slashes around them.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "/KALENDER/"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "予定表"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

# A calendar by its type, and one by a flag; the flag is wrong on-premises, which is another matter.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "Termine"
  folder_type   = "calendar"
  access_rights = ["LimitedDetails"] # want HYB502 warning
}

grant "folder" {
  recipient                = "ben@contoso.com"
  delegate                 = "amy@contoso.com" # want HYB501 warning
  folder                   = "Dienstplan"
  access_rights            = ["LimitedDetails"] # want HYB502 warning
  sharing_permission_flags = ["Delegate"]
}

# No calendars: a folder below another one, a default folder, the root, another type.
grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "Projekte\\Termine"
  access_rights = ["LimitedDetails"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "sent items"
  access_rights = ["LimitedDetails"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "\\"
  access_rights = ["LimitedDetails"]
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com" # want HYB501 warning
  folder        = "Kalender"
  folder_type   = "User Created"
  access_rights = ["LimitedDetails"]
}
