# The picker of the EAC lists mail-enabled users and groups only; the service account is not among them.
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
  delegate  = "CONTOSO\\svc-archive" # want HYB805 error
  channel   = "eac"
}
