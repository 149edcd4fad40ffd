# No engine is declared, so that nobody knows what is written back: the rule is silent, whoever the owner is.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

distribution_group "board@contoso.com" {
  home = "cloud"
  object "corp" {
    exists = true
  }
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "board@contoso.com"
  delegate  = "amy@contoso.com"
}
