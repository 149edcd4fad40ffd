# Every type has its cmdlet.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "group@contoso.com" {
  home = "corp"
}

dynamic_distribution_group "all@contoso.com" {
  home = "corp"
}

m365_group "team@contoso.com" {
  home = "cloud"
}

mail_user "guest@contoso.com" {
  home = "corp"
}

mail_contact "partner@fabrikam.com" {
  home = "corp"
}

mail_public_folder "folder@contoso.com" {
  home = "corp"
}

user_account "account" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-DistributionGroup"
}

grant "send_on_behalf" {
  recipient = "group@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-DistributionGroup"
}

grant "send_on_behalf" {
  recipient = "all@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-DynamicDistributionGroup"
}

grant "send_on_behalf" {
  recipient = "team@contoso.com"
  delegate  = "eva@contoso.com"
  cmdlet    = "Set-UnifiedGroup"
}

grant "send_on_behalf" {
  recipient = "guest@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-MailUser"
}

grant "send_on_behalf" {
  recipient = "partner@fabrikam.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-MailContact"
}

grant "send_on_behalf" {
  recipient = "folder@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "set-mailpublicfolder"
}

grant "send_on_behalf" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-Mailbox" # want HYB903 error
}

grant "send_on_behalf" {
  recipient = "all@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-DistributionGroup" # want HYB903 error
}

grant "send_on_behalf" {
  recipient = "team@contoso.com"
  delegate  = "eva@contoso.com"
  cmdlet    = "Set-DistributionGroup" # want HYB903 error
}

grant "send_on_behalf" {
  recipient = "guest@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-Mailbox" # want HYB903 error
}

# A cmdlet that sets another permission.
grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Add-RecipientPermission" # want HYB903 error
}

# Nothing fits an account without mail; HYB801 says so.
grant "send_on_behalf" {
  recipient = "account" # want HYB801 warning
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-Mailbox"
}

# The wrong side of the matrix does not hide a wrong cmdlet.
grant "send_on_behalf" {
  recipient = "list@contoso.com"
  delegate  = "partner@fabrikam.com" # want HYB802 warning
  cmdlet    = "Set-Mailbox" # want HYB903 error
}

# Not declared, and how an existing entry was made.
grant "send_on_behalf" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Set-Mailbox"
}
