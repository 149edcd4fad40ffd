# A person in the cloud, whatever the mailbox is; nothing declared; an application; Default; somebody without a mailbox; somebody invited
# from outside.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_user "lou@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["new_outlook_windows"] # want HYB202 warning
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_as" {
  recipient = "boss@contoso.com"
  delegates = ["crm@contoso.com", "lou@contoso.com", "empty@contoso.com"]
  clients   = ["new_outlook_windows"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  delegates     = ["Default", "Anonymous"]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
  clients       = ["new_outlook_windows"]
}

sharing_invitation {
  owner            = "boss@contoso.com"
  recipient        = "partner@fabrikam.com"
  accepting_client = "new_outlook_windows"
}
