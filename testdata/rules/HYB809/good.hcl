# An administrator gives the rights with the cmdlet, in Exchange Online.
forest "corp" {
  exchange_version = "2019"
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
  channel       = "powershell"
  cmdlet        = "Add-MailboxFolderPermission"
}
