# The script passes the address of the mailbox to Add-ADPermission, which looks for a Name or a distinguished name.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "email" # want HYB902 error
}
