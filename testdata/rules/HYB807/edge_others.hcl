# Full Access and Send As for a list are errors of HYB802. An Outlook delegate that is a list has Send on Behalf too.
forest "corp" {
  exchange_version = "2019"
}

distribution_group "sales-team@contoso.com" {
  home = "corp"
}

dynamic_distribution_group "everybody@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com" # want HYB802 error
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com" # want HYB802 error
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "everybody@contoso.com" # want HYB802 warning
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "sales-team@contoso.com" # want HYB807 note
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "sales-team@contoso.com"
  send_on_behalf = false
}
