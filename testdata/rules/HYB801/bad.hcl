# Somebody wants to let Amy read what a distribution list received. A list has no mailbox that could be opened.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "all-sales@contoso.com" # want HYB801 error
  delegate  = "amy@contoso.com"
}
