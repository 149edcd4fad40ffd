# Managers and their assistants, as they are set up in Outlook.

# Charlotte moved in June. Anna became her assistant in September and is still on-premises, where her right to send on
# behalf is unknown, because Exchange hybrid write-back is off (organization.hcl). The updates she sends for Charlotte's
# meetings come back, for the same reason.
outlook_delegate {
  state                     = "existing"
  manager                   = "charlotte.wagner@contoso.com"
  delegate                  = "anna.becker@contoso.com"
  folder_access_rights      = { Calendar = "Editor", Inbox = "Reviewer" }
  send_on_behalf            = true
  present_in                = ["cloud"]
  receives_meeting_requests = true
  established_before_move   = false
}

# Both on-premises.
outlook_delegate {
  state                     = "existing"
  manager                   = "victor.almeida@contoso.com"
  delegate                  = "anna.becker@contoso.com"
  folder_access_rights      = { Calendar = "Editor" }
  send_on_behalf            = true
  receives_meeting_requests = true
}

# Both on-premises today. Wave 3 takes Henrik and leaves Paula.
outlook_delegate {
  state                     = "existing"
  manager                   = "henrik.lund@contoso.com"
  delegate                  = "paula.reyes@contoso.com"
  folder_access_rights      = { Calendar = "Editor", Inbox = "Editor" }
  send_on_behalf            = true
  receives_meeting_requests = true
}

# They moved together with wave 1, so even the private items stayed visible.
outlook_delegate {
  state                   = "existing"
  manager                 = "oliver.grant@contoso.com"
  delegate                = "mei.tanaka@contoso.com"
  folder_access_rights    = { Calendar = "Editor" }
  send_on_behalf          = true
  private_items           = true
  established_before_move = true
  moved_separately        = false
}

# An invitation to the press agency, sent and viewed in Outlook for Windows.
sharing_invitation {
  owner                 = "sofia.rossi@contoso.com"
  recipient             = "agency@fabrikam.com"
  accepting_client      = "outlook_windows"
  sender_client_updated = true
  level                 = "LimitedDetails"
}
