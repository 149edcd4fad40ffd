# A security group too; who has an address, a mailbox that nobody signs in to (HYB816), and who gets no requests do not count.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

security_group "CONTOSO\\office" {
  home = "corp"
}

mail_contact "partner@fabrikam.com" {
  home = "corp"
}

user_mailbox "left@contoso.com" {
  home            = "corp"
  account_enabled = false
}

user_account "CONTOSO\\eve" {
  home            = "corp"
  account_enabled = false
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "CONTOSO\\office" # want HYB611 error
  receives_meeting_requests = true
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "partner@fabrikam.com"
  receives_meeting_requests = true
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "left@contoso.com" # want HYB816 note
  receives_meeting_requests = true
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "CONTOSO\\eve" # want HYB816 note
}
