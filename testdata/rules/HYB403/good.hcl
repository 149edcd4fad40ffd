# It was added on-premises by hand.
tenant "contoso" {
  offering = "dedicated_itar"
}

forest "corp" {
  exchange_version = "2019"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "send_on_behalf" {
  recipient  = "boss@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["cloud", "corp"]
}
