# Taking the access away changes nothing while the tenant does not look at it.
tenant "contoso" {
  public_folders               = "onprem_legacy"
  public_folder_client_control = false
}

shared_mailbox "sales@contoso.com" {
  home                        = "cloud"
  public_folder_client_access = false
}

user_mailbox "john@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account" # want HYB214 warning
}
