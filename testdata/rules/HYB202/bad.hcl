# John moved to the cloud and reads the mail of the plant, which stayed, in the browser and on his phone.
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

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "john@contoso.com"
  clients   = ["outlook_windows", "owa", "outlook_ios"] # want HYB202 warning
}
