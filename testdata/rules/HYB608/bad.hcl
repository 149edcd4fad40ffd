# The helpdesk is to send Amy copies of the meeting requests; on-premises only the manager can.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  folder_access_rights      = { Calendar = "Editor" }
  receives_meeting_requests = true # want HYB608 warning
  managed_by                = "admin"
}
