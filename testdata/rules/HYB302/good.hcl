# The permission was set on both sides. HYB301 still says that Send As between the sides is not supported.
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
  home = "corp"
}

grant "send_as" {
  recipient  = "info@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

# On one side, it is where it was made.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
}
