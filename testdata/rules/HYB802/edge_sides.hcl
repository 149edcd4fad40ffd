# An account and a group that are not mail-enabled: the side of the recipient decides.
forest "corp" {
  exchange_version = "2019"
}

user_account "CONTOSO\\svc-backup" {
  home = "corp"
}

security_group "CONTOSO\\Helpdesk" {
  home = "corp"
}

shared_mailbox "onprem@contoso.com" {
  home = "corp"
}

shared_mailbox "cloud@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "onprem@contoso.com"
  delegates = ["CONTOSO\\svc-backup", "CONTOSO\\Helpdesk"]
}

grant "full_access" {
  recipient = "cloud@contoso.com"
  delegates = [
    "CONTOSO\\svc-backup", # want HYB802 warning
    "CONTOSO\\Helpdesk",   # want HYB802 error
  ]
}

# The cmdlet accepts both for Send As on-premises, no table lists them.
grant "send_as" {
  recipient = "onprem@contoso.com"
  delegates = [
    "CONTOSO\\svc-backup", # want HYB802 warning
    "CONTOSO\\Helpdesk",   # want HYB802 warning
  ]
}
