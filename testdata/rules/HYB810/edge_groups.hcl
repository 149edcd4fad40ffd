# A helpdesk group on the mailbox of everybody who left is a warning, unless somebody of it works in the other forest.
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

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

mail_enabled_security_group "helpdesk-all@contoso.com" {
  home    = "corp"
  members = ["helpdesk@contoso.com", "adele@contoso.com"]
}

mail_enabled_security_group "nobody-exported@contoso.com" {
  home    = "corp"
  members = ["somebody@contoso.com"]
}

grant "full_access" {
  recipient = "ann@contoso.com"
  clients   = ["outlook_windows"]
  delegates = [
    "helpdesk@contoso.com",        # want HYB810 warning
    "helpdesk-all@contoso.com",    # want HYB810 error
    "nobody-exported@contoso.com", # want HYB810 warning
  ]
}

# Undeclared clients lower the error, not the warning.
grant "full_access" {
  recipient = "ann@contoso.com"
  delegates = [
    "helpdesk@contoso.com",     # want HYB810 warning
    "helpdesk-all@contoso.com", # want HYB810 warning
  ]
}
