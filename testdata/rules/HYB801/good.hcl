# Amy may send as the distribution list; what it receives is delivered to its members.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "all-sales@contoso.com"
  delegate  = "amy@contoso.com"
}
