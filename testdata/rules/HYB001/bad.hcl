# The list was given Send As instead long ago; the exception was forgotten.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

exception "HYB801" { # want HYB001 warning
  recipient = "list@contoso.com"
  rationale = "kept until the list is replaced by a shared mailbox"
}
