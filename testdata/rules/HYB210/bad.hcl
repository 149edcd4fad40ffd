# John added the sales mailbox to his profile as a second account. He may send on behalf of it, but now Exchange wants Send As.
shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

user_mailbox "john@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_account" # want HYB210 error
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com"
}
