# Well-known identifiers are the product's own. One element of a list is one finding; a folder has such entries too.
forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_as" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegates = [
    "S-1-5-10",
    "NT AUTHORITY\\SELF",
    "amy@contoso.com",
    "S-1-5-21-1004336348-1177238915-682003330-1602", # want HYB003 note
  ]
}

grant "folder" {
  state         = "existing"
  recipient     = "sales@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  delegates = [
    "Default",
    "NT:S-1-5-21-1004336348-1177238915-682003330-1603", # want HYB003 note
  ]
}
