# Each type against another one; each of them with its own.
forest "corp" {}

user_mailbox "a@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox" # want HYB117 warning
  }
}

room_mailbox "r@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteEquipmentMailbox" # want HYB117 warning
  }
}

equipment_mailbox "e@contoso.com" {
  home                           = "cloud"
  exchange_attributes_managed_in = "cloud"

  object "corp" {
    recipient_type_details = "RemoteRoomMailbox" # want HYB117 warning
  }
}

user_mailbox "b@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteUserMailbox"
  }
}

room_mailbox "s@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteRoomMailbox"
  }
}

equipment_mailbox "f@contoso.com" {
  home = "cloud"

  object "corp" {
    recipient_type_details = "RemoteEquipmentMailbox"
  }
}
