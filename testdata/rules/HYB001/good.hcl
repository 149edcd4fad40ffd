# The exception hides what it is for.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

exception "HYB801" {
  recipient = "list@contoso.com"
  rationale = "kept until the list is replaced by a shared mailbox"
}
