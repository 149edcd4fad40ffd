# The mailbox is visible until the handover is done.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = false
}

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "adele@contoso.com"
  clients   = ["outlook_windows"]
}
