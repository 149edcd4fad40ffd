# The manager's delegate is a contact. Send on Behalf follows from the delegation, so that is reported, in the delegation's own block;
# the delegation keeps its other findings.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

mail_contact "temp@fabrikam.com" {
  home = "corp"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "temp@fabrikam.com" # want HYB802 warning
}

# Without Send on Behalf there is nothing to derive.
outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "temp@fabrikam.com"
  send_on_behalf = false
}
