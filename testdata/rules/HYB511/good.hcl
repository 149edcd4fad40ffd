# The right on the inbox is enough; nobody gave Full Access.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
