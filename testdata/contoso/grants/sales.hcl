# The whole team reads the sales mailbox, those in the cloud send as it.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "sales-team@contoso.com"
}

grant "send_as" {
  recipient = "sales@contoso.com"
  delegates = concat(local.account_managers, ["crm@contoso.com"]) # the list is in recipients/sales.hcl
}

# Ingrid is still on-premises: Send on Behalf, set on both sides.
grant "send_on_behalf" {
  recipient  = "sales@contoso.com"
  delegate   = "ingrid.solberg@contoso.com"
  present_in = ["cloud", "corp"]
}

# Mei took over the orders after she had moved. The administrator gave her Full Access as always, and she waits for the
# mailbox to appear in Outlook: auto-mapping ends at the border between the sides.
grant "full_access" {
  recipient    = "orders@contoso.com"
  delegate     = "mei.tanaka@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "orders@contoso.com"
  delegate     = "ingrid.solberg@contoso.com"
  auto_mapping = true
}

grant "send_as" {
  recipient = "orders@contoso.com"
  delegate  = "ingrid.solberg@contoso.com"
}

# The other way round needs no second entry: directory synchronization carries Send on Behalf up to the cloud by itself.
grant "send_on_behalf" {
  recipient = "orders@contoso.com"
  delegates = local.account_managers
}

# Ingrid opens the tender office from on-premises, and its object there is not ACLable (recipients/sales.hcl).
grant "full_access" {
  recipient    = "tenders@contoso.com"
  delegate     = "ingrid.solberg@contoso.com"
  auto_mapping = false
}

grant "full_access" {
  recipient = "tenders@contoso.com"
  delegates = ["oliver.grant@contoso.com", "lucas.moreau@contoso.com"]
}

grant "send_as" {
  recipient = "tenders@contoso.com"
  delegates = ["oliver.grant@contoso.com", "lucas.moreau@contoso.com"]
}

# Marta's mailbox is hidden, so nobody can add it in Outlook by name. For Lucas, her successor, auto-mapping opens it;
# for the members of a group auto-mapping never does.
grant "full_access" {
  recipient    = "marta.silva@contoso.com"
  delegate     = "lucas.moreau@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient = "marta.silva@contoso.com"
  delegate  = "helpdesk@contoso.com"
}

# Calendars among colleagues on one side.
grant "folder" {
  recipient     = "oliver.grant@contoso.com"
  delegates     = ["mei.tanaka@contoso.com", "lucas.moreau@contoso.com"]
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}

grant "folder" {
  recipient     = "mei.tanaka@contoso.com"
  delegate      = "lucas.moreau@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
}
