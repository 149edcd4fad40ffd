# An allow beside a deny, an explicit beside an inherited entry, the direct Send on Behalf beside that of an Outlook delegate, other
# permissions and folders, and built-in principals.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  inherited = true
}

grant "send_as" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Tasks"
  access_rights = ["Reviewer"]
}

grant "full_access" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegates = ["NT AUTHORITY\\SELF", "NT AUTHORITY\\SELF", "Discovery Management", "Discovery Management"]
}
