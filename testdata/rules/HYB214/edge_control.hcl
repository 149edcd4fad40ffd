# With control on, the mailbox's own access decides, which is off by default.
tenant "contoso" {
  public_folders               = "onprem_legacy"
  public_folder_client_control = true
}

forest "corp" {}

shared_mailbox "default@contoso.com" {
  home = "cloud"
}

shared_mailbox "allowed@contoso.com" {
  home                        = "cloud"
  public_folder_client_access = true
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "john@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "crm@contoso.com" {
  home    = "cloud"
  used_by = "application"
}

grant "full_access" {
  recipient     = "default@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "allowed@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account" # want HYB214 warning
}

grant "full_access" {
  recipient     = "allowed@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient = "allowed@contoso.com"
  delegate  = "john@contoso.com"
}

# The documented workaround is a mailbox on-premises.
grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "allowed@contoso.com"
  delegate      = "crm@contoso.com"
  access_method = "additional_account"
}
