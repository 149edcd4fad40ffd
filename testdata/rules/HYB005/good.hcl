# The mailbox folder statistics say that "Termine" is a folder for tasks, on which nothing about calendars is to be said.
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
  folder        = "Termine"
  folder_type   = "Tasks"
  access_rights = ["LimitedDetails"]
}
