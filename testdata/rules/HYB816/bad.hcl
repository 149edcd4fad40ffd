# The room may send as the front desk, but nobody signs in as a room.
forest "corp" {
  exchange_version = "2019"
}

room_mailbox "lobby@contoso.com" {
  home = "corp"
}

shared_mailbox "frontdesk@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient = "frontdesk@contoso.com"
  delegate  = "lobby@contoso.com" # want HYB816 note
}
