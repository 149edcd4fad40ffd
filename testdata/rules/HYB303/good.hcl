# Both entries are there.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}
