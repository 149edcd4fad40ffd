# The newest server of the forest has not been updated since 2015.
forest "corp" {
  exchange_version  = "2013"
  cumulative_update = 9 # want HYB104 warning
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
