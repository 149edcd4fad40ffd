# Nadia is the delegate of the big hall and opens it to sort out the bookings. She moved with wave 1, the hall did not,
# and a room of the other side cannot be added to Outlook as an additional mailbox, whatever the rights.
grant "full_access" {
  recipient    = "aurora@contoso.com"
  delegate     = "nadia.petrova@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient    = "aurora@contoso.com"
  delegate     = "karl.jensen@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "borealis@contoso.com"
  delegate     = "nadia.petrova@contoso.com"
  auto_mapping = true
}

# Who answers for a resource also has Send on Behalf of it; Exchange adds the entry by itself.
grant "send_on_behalf" {
  recipient = "borealis@contoso.com"
  delegate  = "nadia.petrova@contoso.com"
}

grant "send_on_behalf" {
  recipient = "delivery-van@contoso.com"
  delegate  = "karl.jensen@contoso.com"
}

grant "full_access" {
  recipient    = "reception@contoso.com"
  delegate     = "nadia.petrova@contoso.com"
  auto_mapping = true
}

grant "send_as" {
  recipient = "reception@contoso.com"
  delegate  = "nadia.petrova@contoso.com"
}

grant "full_access" {
  recipient    = "reception@contoso.com"
  delegate     = "karl.jensen@contoso.com"
  auto_mapping = false
}

grant "send_on_behalf" {
  recipient  = "reception@contoso.com"
  delegate   = "karl.jensen@contoso.com"
  present_in = ["cloud", "corp"]
}
