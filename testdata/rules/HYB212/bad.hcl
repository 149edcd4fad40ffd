# Somebody once kept Amy out with a Deny entry. It takes away what the newer entry allows.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com" # want HYB212 error
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
