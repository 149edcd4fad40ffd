# Created in the cloud: HYB205 says more. Opened in a way that it does not look at, the delegate's object counts again.
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

grant "full_access" {
  recipient     = "plant@contoso.com"
  delegate      = "new@contoso.com" # want HYB204 warning
  access_method = "additional_account"
}
