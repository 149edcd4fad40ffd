# Somebody set Send As in Exchange Online, where Amy works, and forgot on-premises, where the mailbox is.
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
  delegate   = "amy@contoso.com" # want HYB303 warning
  present_in = ["cloud"]
}
