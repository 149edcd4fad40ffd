# The list should have been replaced by the end of 2020. The finding is back, and the exception says why.
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
  recipient = "list@contoso.com" # want HYB801 error
  delegate  = "amy@contoso.com"
}

exception "HYB801" {
  recipient  = "list@contoso.com"
  rationale  = "kept until the list is replaced by a shared mailbox"
  expiration = "2020-12-31" # want HYB002 warning
}
