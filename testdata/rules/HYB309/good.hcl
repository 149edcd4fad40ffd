# With Send on Behalf alone, the recipients see both names.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["show_delegate"]
}
