# The remnant was removed; what is left belongs to somebody.
forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
}
