# Where nothing says how the room is opened, an additional mailbox is assumed and the finding is one level lower.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

room_mailbox "training@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

equipment_mailbox "van@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

grant "full_access" {
  recipient = "training@contoso.com"
  delegate  = "ben@contoso.com" # want HYB808 warning
}

# Both directions; a method that cannot work is the same error. The auto-mapping of a resource is not reported beside it.
grant "full_access" {
  recipient     = "van@contoso.com"
  delegate      = "adele@contoso.com"
  auto_mapping  = true
  access_method = "automap" # want HYB808 error
}

grant "full_access" {
  recipient     = "training@contoso.com"
  delegate      = "ben@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "training@contoso.com"
  delegate      = "ben@contoso.com"
  access_method = "calendar_only"
}

grant "full_access" {
  recipient     = "training@contoso.com"
  delegate      = "ben@contoso.com"
  access_method = "owa_explicit_url"
}

# One forest.
grant "full_access" {
  recipient = "training@contoso.com"
  delegate  = "adele@contoso.com"
}

# A shared mailbox is HYB203's.
grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "ben@contoso.com"
  access_method = "additional_mailbox"
}
