# The sides of one entry stand in one present_in.
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
  present_in = ["corp", "cloud"]
}
