# "Termine" may be Ben's calendar or a folder of his own. If it is the calendar, Amy sees no more than free/busy on it.
forest "corp" {}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "ben@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Termine" # want HYB005 note
  access_rights = ["LimitedDetails"]
}
