# Send As beside it.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["read", "send"]
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
}
