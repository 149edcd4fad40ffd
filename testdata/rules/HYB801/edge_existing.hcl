# An import found the entry: it is a note, and one per delegate.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

mail_contact "partner@fabrikam.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "partner@fabrikam.com"
  delegates = ["amy@contoso.com", "ben@contoso.com"] # want HYB801 note, HYB801 note
}

# Denied entries are nobody's permission.
grant "full_access" {
  recipient = "partner@fabrikam.com"
  delegate  = "amy@contoso.com"
  deny      = true
}

# What a cmdlet accepts is not reported: Send As and Send on Behalf on a contact.
grant "send_as" {
  recipient = "partner@fabrikam.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "partner@fabrikam.com"
  delegate  = "amy@contoso.com"
}
