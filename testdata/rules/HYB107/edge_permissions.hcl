# Whatever opens something: Full Access, a folder, an Outlook delegate. Sending opens nothing, applications have their own ways.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    target_address = ""
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com" # want HYB107 error
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB107 error
}

grant "send_as" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "crm@contoso.com"
}

# The calendar of everybody is no delegate who lives anywhere.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "Default"
  folder        = "Calendar"
  access_rights = ["AvailabilityOnly"]
}

# One forest: nobody needs a redirect.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "carl@contoso.com"
}

# None alone gives nothing, so nothing is opened.
grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["None"]
}
