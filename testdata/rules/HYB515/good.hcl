# FolderVisible on the inbox is enough.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient            = "bob@contoso.com"
  delegate             = "ann@contoso.com"
  folder               = "Inbox/Projects"
  access_rights        = ["Reviewer"]
  parent_access_rights = ["FolderVisible"]
}
