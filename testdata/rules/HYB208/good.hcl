# The update of May 2015 finds auto-mapped mailboxes after a move.
user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "amy@contoso.com"
  auto_mapping = true

  outlook_windows {
    version     = "2013"
    update_date = "2015-05-12"
  }
}
