# Both directions and groups by their members; not between on-premises forests, not for applications, not for other permissions.
forest "corp" {}

forest "emea" {}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "pete@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["carl@contoso.com", "pete@contoso.com", "not-declared@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegates = [
    "pete@contoso.com", # want HYB211 note
    "carl@contoso.com",
    "team@contoso.com", # want HYB211 note
    "empty@contoso.com",
    "crm@contoso.com",
  ]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegates = ["eva@contoso.com", "pete@contoso.com"]
}

grant "send_as" {
  recipient  = "plant@contoso.com"
  delegate   = "carl@contoso.com"
  present_in = ["corp", "cloud"]
}
