# Public folders are still legacy ones on-premises. Outlook wants to reach them for the sales mailbox too, which John added as a
# second account, and asks for credentials at each start.
tenant "contoso" {
  public_folders = "onprem_legacy"
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
  access_method = "additional_account" # want HYB214 warning
}
