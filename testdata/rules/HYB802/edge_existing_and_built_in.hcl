# What an import found is a note. The product's own entries never reach a rule, by whatever name.
discovery_mailbox "DiscoverySearchMailbox@contoso.com" {
  home = "cloud"
}

mail_contact "partner@fabrikam.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

grant "full_access" {
  state     = "existing"
  recipient = "DiscoverySearchMailbox@contoso.com"
  delegates = ["Discovery Management", "NT AUTHORITY\\SELF", "S-1-5-10"]
}

grant "send_as" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "partner@fabrikam.com" # want HYB802 note
}
