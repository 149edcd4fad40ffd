# As a second account only Send As will do, and that is HYB210's to say.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient     = "support@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_account" # want HYB210 error
  expects       = ["send"]
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "ann@contoso.com"
  expects   = ["send"] # want HYB209 warning
}
