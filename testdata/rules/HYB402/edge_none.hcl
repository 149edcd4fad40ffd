# The configuration says that nothing is synchronized. The people behind a group decide.
forest "corp" {
  exchange_version = "2019"
}

directory_sync "none" {
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
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

mail_enabled_security_group "nobody@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com",  # want HYB402 error
    "both@contoso.com", # want HYB402 error
    "on-premises@contoso.com",
    "nobody@contoso.com",
  ]
}
