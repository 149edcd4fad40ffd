grant "full_access" {
  recipient    = "press@contoso.com"
  delegate     = "sofia.rossi@contoso.com"
  auto_mapping = true
}

grant "send_as" {
  recipient = "press@contoso.com"
  delegate  = "sofia.rossi@contoso.com"
}

# Jonas, on-premises, was promised the press mailbox as well; there it cannot even be found (recipients/communications.hcl).
grant "full_access" {
  recipient    = "press@contoso.com"
  delegate     = "jonas.weber@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "newsletter@contoso.com"
  delegate     = "sofia.rossi@contoso.com"
  auto_mapping = true
}

grant "send_as" {
  recipient = "newsletter@contoso.com"
  delegate  = "sofia.rossi@contoso.com"
}

# The newsletter should show "Sofia Rossi on behalf of Newsletter". It will not as long as she has Send As too.
grant "send_on_behalf" {
  recipient = "newsletter@contoso.com"
  delegate  = "sofia.rossi@contoso.com"
}

grant "full_access" {
  recipient    = "newsletter@contoso.com"
  delegate     = "jonas.weber@contoso.com"
  auto_mapping = false
}

grant "send_as" {
  recipient = "brand@contoso.com"
  delegates = ["sofia.rossi@contoso.com", "oliver.grant@contoso.com"]
}

grant "send_on_behalf" {
  recipient = "all-staff@contoso.com"
  delegates = ["jonas.weber@contoso.com", "anna.becker@contoso.com"]
}
