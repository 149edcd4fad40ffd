# The people behind a group decide, wherever the group itself is managed; one finding per grant.
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

shared_mailbox "info@contoso.com" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "both@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "ben@contoso.com"]
}

mail_enabled_security_group "on-premises@contoso.com" {
  home    = "corp"
  members = ["ben@contoso.com"]
}

# Groups may contain each other.
mail_enabled_security_group "outer@contoso.com" {
  home    = "corp"
  members = ["inner@contoso.com"]
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "corp"
  members = ["outer@contoso.com", "amy@contoso.com"]
}

mail_enabled_security_group "nobody@contoso.com" {
  home    = "corp"
  members = []
}

mail_enabled_security_group "strangers@contoso.com" {
  home    = "corp"
  members = ["someone@fabrikam.com"]
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegates = [
    "both@contoso.com", # want HYB302 error
    "on-premises@contoso.com",
    "outer@contoso.com", # want HYB302 error
    "nobody@contoso.com",
    "strangers@contoso.com",
  ]
}

# A group as recipient is checked in the same way.
grant "send_as" {
  recipient = "all-sales@contoso.com"
  delegate  = "amy@contoso.com" # want HYB302 error
}
