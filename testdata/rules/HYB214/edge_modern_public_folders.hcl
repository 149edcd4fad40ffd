# Modern public folders on-premises do not ask.
tenant "contoso" {
  public_folders = "onprem_modern"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

user_mailbox "john@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account"
}
