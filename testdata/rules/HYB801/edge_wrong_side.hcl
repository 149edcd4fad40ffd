# A type that does not exist on its side is HYB817's, even where the combination would not be useful either.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "corp" # want HYB817 error
}

linked_mailbox "ben@contoso.com" {
  home = "cloud" # want HYB817 error
}

grant "full_access" {
  recipient = "project@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "ben@contoso.com"
  delegate  = "amy@contoso.com"
}

outlook_delegate {
  manager  = "project@contoso.com"
  delegate = "amy@contoso.com"
}
