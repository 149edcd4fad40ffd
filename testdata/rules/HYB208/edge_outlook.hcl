# Which Outlook, and whose move.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "newer@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "crm@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
  used_by        = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "cloud"
  members = ["new@contoso.com"]
}

# The mailbox moved, the person did not; the flag is on by default.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "new@contoso.com"

  outlook_windows {
    version     = "2010"
    update_date = "2015-04-30" # want HYB208 warning
  }
}

# The person moved, the mailbox did not.
grant "full_access" {
  recipient = "new@contoso.com"
  delegate  = "boss@contoso.com"

  outlook_windows {
    version     = "2010"
    update_date = "2015-01-01" # want HYB208 warning
  }
}

grant "full_access" {
  recipient = "new@contoso.com"
  delegate  = "newer@contoso.com"

  outlook_windows {
    version     = "2010"
    update_date = "2015-01-01"
  }
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "new@contoso.com"
  auto_mapping = false

  outlook_windows {
    version     = "2010"
    update_date = "2015-01-01"
  }
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "new@contoso.com"

  outlook_windows {
    version     = "2016"
    update_date = "2015-01-01"
  }
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "new@contoso.com"

  outlook_windows {
    version = "2010"
  }
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "new@contoso.com"

  outlook_windows {
    update_date = "2014-01-01"
  }
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = ["team@contoso.com", "crm@contoso.com"]

  outlook_windows {
    version     = "2010"
    update_date = "2015-01-01"
  }
}
