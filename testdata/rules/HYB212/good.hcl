# The Deny entry is inherited; the one that is assigned directly wins.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
  inherited = true
}
