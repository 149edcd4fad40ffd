# Outlook for Windows is the client that is documented to work between the sides. On one side any client will do.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "john@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "pete@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "john@contoso.com"
  clients   = ["outlook_windows"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "pete@contoso.com"
  clients   = ["owa", "outlook_ios"]
}
