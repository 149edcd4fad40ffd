# Everybody has moved. The arbitration mailbox that every Exchange organization has does not count.
forest "corp" {}

directory_sync "entra_connect" {
  version = "1.1.486.0"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

arbitration_mailbox "SystemMailbox{1f05a927}" {
  home = "corp"
}
