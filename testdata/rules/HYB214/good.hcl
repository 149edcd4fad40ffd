# Only those who need public folders get them; the shared mailbox does not.
tenant "contoso" {
  public_folders               = "onprem_legacy"
  public_folder_client_control = true
}

shared_mailbox "sales@contoso.com" {
  home                        = "cloud"
  public_folder_client_access = false
}

user_mailbox "john@contoso.com" {
  home                        = "cloud"
  public_folder_client_access = true
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account"
}
