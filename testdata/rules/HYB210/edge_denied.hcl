# Amy opens the support mailbox as a second account and sends from it. Send As is denied to her, which wins: the Deny entry goes first.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient     = "support@contoso.com"
  delegate      = "amy@contoso.com"
  expects       = ["read", "send"]
  access_method = "additional_account" # want HYB210 error
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
