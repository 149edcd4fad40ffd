# An import found an entry of an account that was deleted years ago.
forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "S-1-5-21-1004336348-1177238915-682003330-1602" # want HYB003 note
}
