# A bulk script stamped everything that had moved, meeting rooms included.
forest "corp" {
  exchange_version = "SE"
}

room_mailbox "room-12@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"

  object "corp" {
    recipient_type_details = "RemoteRoomMailbox"
    recipient_display_type = -1073741818 # want HYB111 warning
  }
}
