forest "corp" {
  exchange_version = "2019"
}

shared_mailbox "campaign@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

discovery_mailbox "discovery@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

# Undeclared clients: a warning, for each delegate of its own.
grant "send_on_behalf" {
  recipient = "campaign@contoso.com"
  delegates = [
    "amy@contoso.com", # want HYB814 warning
    "crm@contoso.com",
  ]
}

# An entry that exists is no different. One client of several is enough.
grant "send_on_behalf" {
  state     = "existing"
  recipient = "campaign@contoso.com"
  delegate  = "amy@contoso.com" # want HYB814 error
  clients   = ["owa", "outlook_mac"]
}

grant "send_on_behalf" {
  recipient = "campaign@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["smtp"]
}

grant "send_on_behalf" {
  recipient = "list@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
}

# A system mailbox is hidden by default, but no recipient for this permission in the first place.
grant "send_on_behalf" {
  recipient = "discovery@contoso.com" # want HYB801 warning
  delegate  = "amy@contoso.com"
}

# An Outlook delegate has Send on Behalf unless it is declared off.
user_mailbox "boss@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB814 error
  clients  = ["outlook_windows"]
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = true # the delegate is what the finding is about
  clients        = ["owa"]
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
}
