# AvailabilityOnly is what Exchange sets, and enough for free/busy.
forest "corp" {}

user_mailbox "bob@contoso.com" {
  home                        = "corp"
  calendar_default_permission = "AvailabilityOnly"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}
