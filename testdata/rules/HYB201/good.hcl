# An administrator does it; the boss can still give folder permissions and Send on Behalf from Outlook.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  channel   = "powershell"
  cmdlet    = "Add-MailboxPermission"
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  channel       = "outlook"
  granted_by    = "owner"
}

grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  channel    = "outlook"
  granted_by = "owner"
}
