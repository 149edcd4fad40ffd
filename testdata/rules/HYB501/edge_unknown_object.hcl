# Ann's mailbox was made in Exchange Online and is unknown on-premises: HYB108 says so, and nothing else is said.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"
}

grant "folder" {
  recipient     = "bob@contoso.com"
  delegate      = "ann@contoso.com" # want HYB108 error
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
