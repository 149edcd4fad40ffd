# Where the cmdlet is run decides: by default where the recipient is at home.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Add-ADPermission" # want HYB305 error
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Remove-ADPermission" # want HYB305 error
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "Remove-RecipientPermission" # want HYB305 error
}

# No mailbox permission cmdlet knows Send As, on either side.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "Add-MailboxPermission" # want HYB305 error
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Remove-MailboxPermission" # want HYB305 error
}

# The other side's cmdlet, run on the other side, on the mail user that stands for the mailbox.
grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  applied_on = "cloud"
  present_in = ["corp", "cloud"]
  cmdlet     = "Add-RecipientPermission"
}

grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "ben@contoso.com"
  applied_on = "corp"
  present_in = ["corp", "cloud"]
  cmdlet     = "Add-RecipientPermission" # want HYB305 error
}

# PowerShell does not care about case.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "add-adpermission"
}

# Not declared, and how an existing entry was made.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "send_as" {
  state     = "existing"
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "Add-MailboxPermission"
}
