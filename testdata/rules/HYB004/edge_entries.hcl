# Folders without case and with either slash; lists; denied and inherited entries; accounts that are gone; delegates of Outlook. Every
# declaration after the first is told.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox/Projects"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com" # want HYB004 note
  folder        = "\\inbox\\projects"
  access_rights = ["Editor"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegates     = ["Default", "default"] # want HYB004 note
  folder        = "Inbox"
  access_rights = ["None"]
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com",
    "amy@contoso.com", # want HYB004 note
    "AMY@contoso.com", # want HYB004 note
  ]
  deny = true
}

grant "full_access" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "S-1-5-21-1004336348-1177238915-682003330-1602"
  inherited = true
}

grant "full_access" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "s-1-5-21-1004336348-1177238915-682003330-1602" # want HYB004 note
  inherited = true
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB004 note
}
