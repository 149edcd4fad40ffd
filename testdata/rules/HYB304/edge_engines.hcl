# No engine carries Send As, wherever the two are, and whether or not the entry exists.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient   = "info@contoso.com"
  delegate    = "amy@contoso.com"
  replication = "cloud_sync" # want HYB304 error
}

grant "send_as" {
  recipient   = "info@contoso.com"
  delegate    = "ben@contoso.com"
  replication = "directory_sync" # want HYB304 error
}

grant "send_as" {
  state       = "existing"
  recipient   = "info@contoso.com"
  delegate    = "amy@contoso.com"
  present_in  = ["corp", "cloud"]
  replication = "entra_connect" # want HYB304 error
}

# Not declared: nobody relies on anything. HYB302 says what is missing.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "amy@contoso.com" # want HYB302 error
}
