# The same two people are manager and delegate: HYB601 reports that, once.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Calendar"
  access_rights = ["Editor"]
}

outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "ann@contoso.com" # want HYB601 warning
  folder_access_rights = { Calendar = "Editor" }
}
