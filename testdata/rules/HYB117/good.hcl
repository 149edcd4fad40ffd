# The type was set on both sides.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "ann@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
  }
}
