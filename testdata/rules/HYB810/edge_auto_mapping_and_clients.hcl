forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "scanner@contoso.com" {
  home    = "cloud"
  used_by = "application"
}

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

arbitration_mailbox "approvals@contoso.com" {
  home = "corp"
}

# Auto-mapping would help Ben; it is off.
grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com" # want HYB810 error
  auto_mapping = false
  clients      = ["outlook_mac", "owa"]
}

# On, it is a note of HYB811.
grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = true # want HYB811 note
  clients      = ["outlook_windows"]
}

# Between the forests it does not help, and that it does not work is not said again.
grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "adele@contoso.com" # want HYB810 error
  auto_mapping = true
  clients      = ["outlook_windows"]
}

# The new Outlook for Windows is no Outlook for the desktop.
grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "adele@contoso.com"
  clients   = ["new_outlook_windows"]
}

# Nobody uses Outlook for the desktop.
grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com"
  auto_mapping = false
  clients      = ["owa", "outlook_ios"]
}

# Inherited; an application; a system mailbox (HYB812).
grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "adele@contoso.com"
  inherited = true
}

grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "scanner@contoso.com"
}

grant "full_access" {
  recipient    = "approvals@contoso.com" # want HYB812 note
  delegate     = "ben@contoso.com"
  auto_mapping = false
}

# Undeclared clients: a warning.
grant "full_access" {
  recipient    = "ann@contoso.com"
  delegate     = "ben@contoso.com" # want HYB810 warning
  auto_mapping = false
}
