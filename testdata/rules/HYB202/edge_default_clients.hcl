# Clients from the defaults count as declared; the finding then lies at the delegate.
forest "corp" {}

defaults {
  clients = ["owa"]
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com" # want HYB202 warning
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["outlook_windows"]
}
