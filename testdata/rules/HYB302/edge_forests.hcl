# Two on-premises forests: an entry travelled from the mailbox's origin only, and nothing joins the two.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

shared_mailbox "from-emea@contoso.com" {
  home           = "cloud"
  origin         = "emea"
  provisioned_by = "migration"
  object "corp" {
    exists = true
  }
}

shared_mailbox "from-somewhere@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "eva@contoso.com" # want HYB302 error
}

grant "send_as" {
  recipient               = "from-emea@contoso.com"
  delegates               = ["eva@contoso.com", "ben@contoso.com"] # want HYB302 error
  established_before_move = true
}

# Declaring that the entry is older than the move would not put it into corp, so nothing is assumed.
grant "send_as" {
  state     = "existing"
  recipient = "from-emea@contoso.com"
  delegate  = "ben@contoso.com" # want HYB302 error
}

# An origin that nobody declared counts as the sender's forest.
grant "send_as" {
  recipient               = "from-somewhere@contoso.com"
  delegate                = "eva@contoso.com"
  established_before_move = true
}

grant "send_as" {
  state     = "existing"
  recipient = "from-somewhere@contoso.com"
  delegate  = "eva@contoso.com" # want HYB302 warning
}
