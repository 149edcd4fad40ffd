# Clients from the defaults count as declared.
defaults {
  clients = ["outlook_windows"]
}

forest "emea" {
  exchange_version = "2019"
}

forest "apac" {
  exchange_version = "SE"
}

shared_mailbox "old@contoso.com" {
  home                              = "emea"
  hidden_from_address_lists_enabled = true
}

user_mailbox "aki@contoso.com" {
  home = "apac"
}

user_mailbox "eve@contoso.com" {
  home = "emea"
}

# Two on-premises forests are two forests. An entry that exists is no different.
grant "full_access" {
  state     = "existing"
  recipient = "old@contoso.com"
  delegates = [
    "aki@contoso.com", # want HYB810 error
    "eve@contoso.com", # want HYB811 note
  ]
}
