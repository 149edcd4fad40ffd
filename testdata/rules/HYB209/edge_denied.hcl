# Amy should answer the mail of two mailboxes. Send As is denied to her on both, which wins over Send As that is given: the Deny entry goes first.
forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "support@contoso.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["read", "send"] # want HYB209 warning
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "bob@contoso.com"
  expects   = ["read", "send"] # want HYB209 warning
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "bob@contoso.com"
  deny      = true
}
