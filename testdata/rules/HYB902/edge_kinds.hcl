# Every kind of identity; a display name counts only where it is the Name.
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
  home         = "corp"
  name         = "Info"
  display_name = "Information desk"
}

shared_mailbox "sales@contoso.com" {
  home         = "corp"
  name         = "Sales"
  display_name = "Sales"
}

shared_mailbox "undeclared@contoso.com" {
  home = "corp"
}

shared_mailbox "cloud@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Remove-ADPermission"
  identity_kind = "upn" # want HYB902 error
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "alias" # want HYB902 error
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "sam_account_name" # want HYB902 error
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "guid" # want HYB902 error
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "display_name" # want HYB902 error
}

grant "send_as" {
  recipient     = "undeclared@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "display_name" # want HYB902 error
}

grant "send_as" {
  recipient     = "sales@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "display_name"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "name"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "legacy_dn" # want HYB902 error
}

# Not declared, or with another cmdlet.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Add-ADPermission"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  identity_kind = "email"
}

grant "send_as" {
  recipient     = "cloud@contoso.com"
  delegate      = "eva@contoso.com"
  cmdlet        = "Add-RecipientPermission"
  identity_kind = "email"
}

# In the cloud the cmdlet does not exist.
grant "send_as" {
  recipient     = "cloud@contoso.com"
  delegate      = "eva@contoso.com"
  cmdlet        = "Add-ADPermission" # want HYB305 error
  identity_kind = "email"
}

# On the remote mailbox of a cloud mailbox, on-premises.
grant "send_as" {
  recipient     = "cloud@contoso.com"
  delegate      = "amy@contoso.com"
  applied_on    = "corp"
  present_in    = ["cloud", "corp"]
  cmdlet        = "Add-ADPermission"
  identity_kind = "email" # want HYB902 error
}

# How an existing entry was made does not matter.
grant "send_as" {
  state         = "existing"
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "email"
}

# Another permission.
grant "full_access" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "email"
}
