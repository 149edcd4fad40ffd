# In Exchange Online an administrator can set it, with -SharingPermissionFlags Delegate.
user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  folder_access_rights      = { Calendar = "Editor" }
  receives_meeting_requests = true
  private_items             = true
  managed_by                = "admin"
}
