# Amy answers for the info mailbox and is expected to read it. Send on Behalf alone does not open it.
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
  expects   = ["send", "read"] # want HYB407 warning
}
