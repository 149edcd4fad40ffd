# Amy answers for the info mailbox and is expected to read it. A Deny entry, left from an audit, would win over Full Access: it goes first.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["send", "read"] # want HYB308 warning
}

grant "full_access" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
  deny      = true
}
