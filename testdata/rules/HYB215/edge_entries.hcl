# Every kind of entry; of a list of delegates the finding stands at the one that it is about. What other rules would say because of
# the new Outlook is not said; the rest of the clients is judged.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

mail_enabled_security_group "desk@contoso.com" {
  home    = "cloud"
  members = ["carl@contoso.com", "inner@contoso.com"]

  object "corp" {}
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["new_outlook_windows", "owa"] # want HYB215 error, HYB202 warning
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com", # want HYB215 error
    "carl@contoso.com",
    "desk@contoso.com", # want HYB215 error
  ]
  clients = ["new_outlook_windows"]
}

grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud", "corp"]
  clients    = ["new_outlook_windows"] # want HYB215 error
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  clients       = ["new_outlook_windows"] # want HYB215 error
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
  clients  = ["outlook_windows", "new_outlook_windows"] # want HYB215 error
}

sharing_invitation {
  owner            = "boss@contoso.com"
  recipient        = "amy@contoso.com"
  accepting_client = "outlook_windows"
  viewing_clients  = ["outlook_windows", "new_outlook_windows"] # want HYB215 error
}

sharing_invitation {
  owner            = "boss@contoso.com"
  recipient        = "amy@contoso.com"
  accepting_client = "new_outlook_windows" # want HYB215 error
}

# An invitation is accepted in a mailbox of one person; a group has none.
sharing_invitation {
  owner            = "boss@contoso.com"
  recipient        = "inner@contoso.com"
  accepting_client = "new_outlook_windows" # want HYB513 warning
}
