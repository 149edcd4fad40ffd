# Ben works on-premises and wants the cloud's training room among his mailboxes. Outlook cannot resolve it by name.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

room_mailbox "training@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient     = "training@contoso.com"
  delegate      = "ben@contoso.com"
  access_method = "additional_mailbox" # want HYB808 error
}
