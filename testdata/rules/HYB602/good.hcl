# After the move the manager removed Amy and added her again, with the folder rights and the box for private items.
forest "corp" {}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

outlook_delegate {
  manager                 = "boss@contoso.com"
  delegate                = "amy@contoso.com"
  folder_access_rights    = { Calendar = "Editor" }
  private_items           = true
  reconfigured_after_move = true
}
