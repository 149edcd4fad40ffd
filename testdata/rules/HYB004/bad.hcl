# Two colleagues have written down the same permission, each for the side that they look after.
forest "corp" {
  exchange_version = "SE"
}

shared_mailbox "sales@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "verkauf@contoso.com"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp"]
}

grant "send_as" {
  recipient  = "verkauf@contoso.com"
  delegate   = "AMY@contoso.com" # want HYB004 note
  present_in = ["cloud"]
}
