# The group is unknown on-premises and the permission is set in the cloud only: neither is said, as neither would help.
forest "corp" {}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegate  = "amy@contoso.com" # want HYB310 error
}

# Full Access and Send on Behalf still need an object there.
grant "send_on_behalf" {
  recipient = "project@contoso.com"
  delegate  = "amy@contoso.com" # want HYB108 warning
}
