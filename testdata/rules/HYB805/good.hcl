# The Exchange Management Shell takes the account.
forest "corp" {
  exchange_version = "2019"
}

user_account "CONTOSO\\svc-archive" {
  home = "corp"
}

shared_mailbox "archive@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "archive@contoso.com"
  delegate  = "CONTOSO\\svc-archive"
  channel   = "powershell"
}
