# What the object is follows from the mailbox, unless somebody declares something else.
forest "corp" {}

equipment_mailbox "projector@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_display_type = -1073741818 # want HYB111 warning
  }
}

equipment_mailbox "van@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteEquipmentMailbox"
    recipient_display_type = -1073741818 # want HYB111 warning
  }
}

# The object was never converted: it is a user mailbox's.
room_mailbox "unconverted@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteUserMailbox"
    recipient_display_type = -1073741818
  }
}

room_mailbox "undeclared@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteRoomMailbox"
  }
}

# A room on-premises has its object in the cloud.
room_mailbox "on-premises@contoso.com" {
  home = "corp"

  object "cloud" {
    recipient_display_type = -1073741818
  }
}
