# Everybody has moved, and this PC still has Outlook 2013 as it was installed.
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
    update_date = "2014-11-11" # want HYB208 warning
  }
}
