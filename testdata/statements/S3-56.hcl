# The article's second example: Full Access on the discovery mailbox, without auto-mapping.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "Esther Valle" {
  home = "corp"
}

discovery_mailbox "Discovery Search Mailbox" {
  home = "corp"
}

grant "full_access" {
  recipient    = "Discovery Search Mailbox" # want HYB812 note
  delegate     = "Esther Valle"
  auto_mapping = false
  channel      = "powershell"
  cmdlet       = "Add-MailboxPermission"
}
