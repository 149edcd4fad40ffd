# Eve left, and what is left of her account is still a delegate.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_account "CONTOSO\\eve" {
  home = "corp"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "CONTOSO\\eve" # want HYB611 error
  receives_meeting_requests = true
}
