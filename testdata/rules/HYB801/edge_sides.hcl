# The same type on both sides: an arbitration mailbox takes Full Access on-premises only, from PowerShell.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

arbitration_mailbox "approvals-onprem@contoso.com" {
  home = "corp"
}

arbitration_mailbox "approvals-cloud@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "approvals-onprem@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "approvals-cloud@contoso.com" # want HYB801 warning
  delegate  = "adele@contoso.com"
}

# A Microsoft 365 group takes Full Access in the cloud, with the switch -GroupMailbox.
m365_group "project@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "project@contoso.com"
  delegate  = "adele@contoso.com"
}
