forest "corp" {}
forest "fabrikam" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "eve@contoso.com" {
  home = "corp"
}

user_mailbox "dee@fabrikam.com" {
  home = "fabrikam"
}

user_mailbox "cho@contoso.com" {
  home   = "cloud"
  origin = "corp"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["eve@contoso.com", "cho@contoso.com"]
}

grant "folder" {
  recipient = "bob@contoso.com"
  delegates = [
    "eve@contoso.com",
    "dee@fabrikam.com",
    "team@contoso.com", # want HYB502 warning
  ]
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
}
