# Nobody said which engine synchronizes.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  folder_access_rights      = { Calendar = "Editor" }
  receives_meeting_requests = true
}
