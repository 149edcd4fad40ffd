# Ben works on-premises and owns the booking of the cloud's training room. What he enters in Outlook vanishes after OK.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

room_mailbox "training@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "folder" {
  recipient     = "training@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Calendar"
  access_rights = ["Author"]
  channel       = "outlook"
  granted_by    = "ben@contoso.com" # want HYB809 error
}
