# A new employee, whose mailbox was created in the cloud, is to help with the plant's mailbox on-premises.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "new@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "new@contoso.com" # want HYB205 warning
  access_method = "additional_mailbox"
}
