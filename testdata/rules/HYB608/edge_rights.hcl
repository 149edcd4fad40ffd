forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "cho@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

# Private items of an on-premises manager; it exists already.
outlook_delegate {
  state         = "existing"
  manager       = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  private_items = true # want HYB608 warning
  managed_by    = "admin"
}

# The delivery scope has no cmdlet on any side.
outlook_delegate {
  manager                   = "cho@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  delivery_scope            = "delegates_only" # want HYB608 warning
  managed_by                = "admin"
}

# Folder rights and Send on Behalf can be set by administrators.
outlook_delegate {
  manager              = "boss@contoso.com"
  delegate             = "amy@contoso.com"
  folder_access_rights = { Calendar = "Editor" }
  managed_by           = "admin"
}

# The owner manages, also where nobody said.
outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  private_items             = true
  delivery_scope            = "delegates_and_me"
  managed_by                = "owner"
}

outlook_delegate {
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  receives_meeting_requests = true
  delivery_scope            = "delegates_and_me"
}
