# From the cloud to on-premises, and between two on-premises forests; a group counts by its members.
forest "corp" {}

forest "emea" {}

user_mailbox "plant@contoso.com" {
  home = "corp"

  object "cloud" {
    target_address = ""
  }

  object "emea" {
    target_address = ""
  }
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "eva@contoso.com" {
  home = "emea"

  object "corp" {}
}

user_mailbox "pete@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home    = "corp"
  members = ["carl@contoso.com", "pete@contoso.com"]
}

mail_enabled_security_group "local@contoso.com" {
  home    = "corp"
  members = ["pete@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegates = [
    "carl@contoso.com",     # want HYB107 error
    "eva@contoso.com",      # want HYB107 error
    "pete@contoso.com",
    "helpdesk@contoso.com", # want HYB107 error
    "local@contoso.com",
    "empty@contoso.com",
  ]
}
