# The distinguished name always works.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home               = "corp"
  name               = "Info"
  distinguished_name = "CN=Info,OU=Shared,DC=contoso,DC=com"
}

grant "send_as" {
  recipient     = "info@contoso.com"
  delegate      = "amy@contoso.com"
  cmdlet        = "Add-ADPermission"
  identity_kind = "dn"
}
