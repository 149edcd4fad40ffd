# No auto_mapping here: a group is the documented way to avoid it.
grant "full_access" {
  recipient = "servicedesk@contoso.com"
  delegate  = "helpdesk@contoso.com"
}

# The group comes from Active Directory, its members work in the cloud: what counts is where the people are.
grant "send_as" {
  recipient = "servicedesk@contoso.com"
  delegate  = "helpdesk@contoso.com"
}

# To look after bounced scans. Dmitri is in the cloud, his object in corp is ACLable, nothing is expected to open by
# itself: Full Access between the sides works.
grant "full_access" {
  recipient    = "scanner@contoso.com"
  delegate     = "dmitri.volkov@contoso.com"
  auto_mapping = false
}

# Exchange's own groups need no declaration.
grant "full_access" {
  recipient = "discovery@contoso.com"
  delegate  = "Discovery Management"
}

grant "folder" {
  recipient     = "dmitri.volkov@contoso.com"
  delegates     = ["aisha.khan@contoso.com", "ben.carter@contoso.com"]
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
