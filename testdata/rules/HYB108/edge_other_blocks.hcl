# Folder grants and Outlook delegates alike, existing entries too, and for an application the right has to be there as well.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "scanner@contoso.com" {
  home    = "corp"
  used_by = "application"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com" # want HYB108 error
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  state         = "existing"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB108 error
}

grant "send_as" {
  recipient = "boss@contoso.com"
  delegate  = "scanner@contoso.com" # want HYB108 error
}

# Nobody in particular, and a built-in principal.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"]
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "NT AUTHORITY\\SELF"
}
