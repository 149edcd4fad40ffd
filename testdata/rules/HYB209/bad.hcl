# Amy should answer the mail of the support mailbox. With Full Access alone she can read it and no more.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["read", "send"] # want HYB209 warning
}
