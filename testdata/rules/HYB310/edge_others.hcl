# People behind a group; a group without people; Send on Behalf; a distribution group; a Microsoft 365 group that cannot be on-premises.
forest "corp" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "carl@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "cloud"

  object "corp" {}
}

m365_group "impossible@contoso.com" {
  home = "corp" # want HYB817 error
}

distribution_group "news@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegates = [
    "team@contoso.com", # want HYB310 error
    "empty@contoso.com",
    "carl@contoso.com",
  ]
}

grant "send_on_behalf" {
  recipient = "project@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "news@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "impossible@contoso.com"
  delegate  = "amy@contoso.com"
}
