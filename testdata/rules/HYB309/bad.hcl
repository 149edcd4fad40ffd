# Customers are to see that Amy wrote for the info mailbox. She has Send on Behalf for that, but also Send As, which is always used.
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
  expects   = ["show_delegate"] # want HYB309 note
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}
