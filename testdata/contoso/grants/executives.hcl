# Jonas arranges the interviews of the chief executive and must see what her meetings are about. LimitedDetails would
# show him the subjects if both mailboxes were on one side. They are not: he sees "busy".
grant "folder" { # hybridlint:ignore HYB501 -- unsupported, accepted until Jonas moves with wave 4
  recipient     = "charlotte.wagner@contoso.com"
  delegate      = "jonas.weber@contoso.com"
  folder        = "Calendar"
  access_rights = ["LimitedDetails"]
}

# The board's mailbox is in the cloud, Anna is on-premises. This is how it is done right: without auto-mapping, and with
# Send on Behalf (which is supported between the sides, Send As is not) set on both sides, as nothing writes it back.
grant "full_access" {
  recipient    = "board@contoso.com"
  delegate     = "anna.becker@contoso.com"
  auto_mapping = false
}

grant "send_on_behalf" {
  recipient  = "board@contoso.com"
  delegate   = "anna.becker@contoso.com"
  present_in = ["cloud", "corp"]
}

grant "full_access" {
  recipient = "board@contoso.com"
  delegate  = "charlotte.wagner@contoso.com"
}

grant "send_as" {
  recipient = "board@contoso.com"
  delegate  = "charlotte.wagner@contoso.com"
}

# Everybody in corp: auto-mapping just works.
grant "full_access" {
  recipient    = "victor.almeida@contoso.com"
  delegate     = "anna.becker@contoso.com"
  auto_mapping = true
}

grant "folder" {
  recipient     = "victor.almeida@contoso.com"
  delegate      = "jonas.weber@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
}
