# Add-ADPermission on-premises, Add-RecipientPermission in Exchange Online.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
  cmdlet    = "Add-ADPermission"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  cmdlet    = "Add-RecipientPermission"
}
