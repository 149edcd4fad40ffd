# Works, but the first time Outlook asks once more who John is.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "john@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "john@contoso.com" # want HYB211 note
}
