# Groups: as a recipient a cloud group has no object on-premises; as a delegate the group's own object counts, not its members'.
forest "corp" {}

user_mailbox "john@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "plant@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

distribution_group "news@contoso.com" {
  home = "corp"
}

dynamic_distribution_group "all@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "cloud-team@contoso.com" {
  home    = "cloud"
  members = ["john@contoso.com"]
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["john@contoso.com", "carl@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegates = [
    "john@contoso.com", # want HYB310 error
    "carl@contoso.com",
    "team@contoso.com", # want HYB310 error
  ]
}

# A synchronized group is known in the cloud; a dynamic one cannot be synchronized.
grant "send_as" {
  recipient = "news@contoso.com"
  delegate  = "carl@contoso.com"
}

grant "send_as" {
  recipient = "all@contoso.com"
  delegate  = "carl@contoso.com" # want HYB108 error
}

# The group's members are on-premises like the mailbox, but the group itself is unknown there, with or without members.
grant "full_access" {
  recipient = "plant@contoso.com"
  delegates = [
    "cloud-team@contoso.com", # want HYB108 error
    "empty@contoso.com",      # want HYB108 error
    "team@contoso.com",
  ]
}

# In one forest with the group, and its member finds the moved mailbox on-premises.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegates = ["cloud-team@contoso.com", "empty@contoso.com"]
}
