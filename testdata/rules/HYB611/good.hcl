# Amy has a mailbox.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
}
