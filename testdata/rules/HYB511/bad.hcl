# Ann has Full Access already; the right on the inbox adds nothing.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "bob@contoso.com"
  delegate  = "ann@contoso.com"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB511 note
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
