# The object was made afterwards, with New-RemoteMailbox -Shared and the same name, alias and UPN.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "cloud_direct"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}
