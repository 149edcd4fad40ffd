# Amy and the info mailbox moved together.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com"
}
