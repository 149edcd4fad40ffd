# Amy sends on behalf of the info mailbox and waits for the answers in her own.
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
  expects   = ["send", "replies_to_delegate"] # want HYB408 note
}
