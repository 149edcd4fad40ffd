# Lists that are complete, owners with one delegate, modes, and whose permission counts.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "chief@contoso.com" {
  home = "corp"
}

user_mailbox "head@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  state     = "existing"
  recipient = "boss@contoso.com"
  delegate  = "ben@contoso.com"
}

grant "send_on_behalf" {
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "replace"
  new_list    = ["amy@contoso.com", "ben@contoso.com"]
}

grant "send_on_behalf" {
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "replace" # want HYB905 warning
  new_list    = ["amy@contoso.com", "eva@contoso.com"]
}

grant "send_on_behalf" {
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "remove"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

# How an existing entry was made does not matter.
grant "send_on_behalf" {
  state       = "existing"
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "replace"
}

# An Outlook delegate has the permission, too; Ben has another one.
grant "send_on_behalf" {
  recipient   = "chief@contoso.com"
  delegate    = "amy@contoso.com"
  change_mode = "replace" # want HYB905 warning
}

grant "send_as" {
  recipient = "chief@contoso.com"
  delegate  = "ben@contoso.com"
}

outlook_delegate {
  manager  = "chief@contoso.com"
  delegate = "eva@contoso.com"
}

# The new list holds all delegates of the block.
grant "send_on_behalf" {
  recipient   = "head@contoso.com"
  delegates   = ["amy@contoso.com", "ben@contoso.com"]
  change_mode = "replace"
}
