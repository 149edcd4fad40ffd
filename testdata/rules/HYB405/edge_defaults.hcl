# Clients from the defaults count as declared; the finding stands at the delegate.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

defaults {
  clients = ["owa"]
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com" # want HYB405 warning
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["outlook_windows"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com" # want HYB405 warning
}
