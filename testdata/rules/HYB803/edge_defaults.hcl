# The channel comes from the defaults, so the finding lies on the delegate.
defaults {
  channel = "eac"
}

user_mailbox "auditor@contoso.com" {
  home = "cloud"
}

discovery_mailbox "discovery@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "discovery@contoso.com"
  delegate  = "auditor@contoso.com" # want HYB803 error
}

# A type without Full Access is HYB801's alone.
mail_contact "partner@fabrikam.com" {
  home = "cloud"
}

grant "full_access" {
  recipient = "partner@fabrikam.com"
  delegate  = "auditor@contoso.com"
}
