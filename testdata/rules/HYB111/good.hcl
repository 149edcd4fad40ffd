# A room keeps the display type of a room; user and shared mailboxes are the ones to stamp.
forest "corp" {
  exchange_version = "SE"
}

room_mailbox "room-12@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_type_details = "RemoteRoomMailbox"
    recipient_display_type = -2147481850
  }
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_display_type = -1073741818
  }
}
