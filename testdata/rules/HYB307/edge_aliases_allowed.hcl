# Exchange Online may be set to send from aliases. That holds between cloud mailboxes only.
tenant "contoso" {
  send_from_alias_enabled = true
}

forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home                 = "cloud"
  provisioned_by       = "migration"
  primary_smtp_address = "info@contoso.com"
}

shared_mailbox "old@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "old@contoso.com"
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "amy@contoso.com"
  send_from_address = "information@contoso.com"
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "ben@contoso.com"
  present_in        = ["corp", "cloud"]
  send_from_address = "information@contoso.com" # want HYB307 warning
}

grant "send_as" {
  recipient         = "old@contoso.com"
  delegate          = "amy@contoso.com"
  present_in        = ["corp", "cloud"]
  send_from_address = "older@contoso.com" # want HYB307 warning
}
