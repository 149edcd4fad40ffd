# A right on the Inbox lets Amy read what she answers on behalf of the mailbox.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["send", "read"]
}

grant "folder" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
