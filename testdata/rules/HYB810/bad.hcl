# Ann has left. Her mailbox is hidden, and her successor works in the other forest, where auto-mapping does not reach.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ann@contoso.com" {
  home                              = "corp"
  hidden_from_address_lists_enabled = true
}

user_mailbox "adele@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "ann@contoso.com"
  delegate  = "adele@contoso.com" # want HYB810 error
  clients   = ["outlook_windows"]
}
