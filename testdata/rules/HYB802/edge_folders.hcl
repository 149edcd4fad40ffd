# Rights on folders want a mailbox, a mail user or a mail-enabled security group. Default and Anonymous are no delegates.
user_mailbox "boss@contoso.com" {
  home = "cloud"
}

mail_user "ann@fabrikam.com" {
  home = "cloud"
}

mail_contact "bob@fabrikam.com" {
  home = "cloud"
}

mail_enabled_security_group "board@contoso.com" {
  home = "cloud"
}

distribution_group "news@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  delegates = [
    "ann@fabrikam.com",
    "board@contoso.com",
    "Default",
    "Anonymous",
    "bob@fabrikam.com", # want HYB802 warning
    "news@contoso.com", # want HYB802 warning
  ]
}
