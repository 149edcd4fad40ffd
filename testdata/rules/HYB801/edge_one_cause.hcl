# One root cause, one finding: recipient and delegate are both wrong and are both named, everything else waits. HYB806 would say
# that the group is not mail-enabled.
forest "corp" {
  exchange_version = "2019"
}

security_group "CONTOSO\\Helpdesk" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

mail_public_folder "orders@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "all-sales@contoso.com" # want HYB801 error
  delegate  = "project@contoso.com"   # want HYB802 error
}

grant "full_access" {
  recipient = "orders@contoso.com" # want HYB801 warning
  delegate  = "CONTOSO\\Helpdesk"
}

# Where the recipient is fine, the note on the group is there.
shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "CONTOSO\\Helpdesk" # want HYB806 note
}
