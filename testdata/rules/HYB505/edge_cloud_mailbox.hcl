# In the cloud objects can hold permissions, unless a display type says otherwise.
forest "corp" {}

user_mailbox "cho@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "bob@contoso.com" {
  home = "corp"
}

user_mailbox "dan@contoso.com" {
  home = "corp"

  object "cloud" {
    recipient_display_type = -2147483642
  }
}

grant "folder" {
  recipient = "cho@contoso.com"
  delegates = [
    "bob@contoso.com",
    "dan@contoso.com", # want HYB505 error
  ]
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}
