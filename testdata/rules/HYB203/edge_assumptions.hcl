# The setting of the forest is not declared: its default is off. However much is assumed, the finding is one level lower.
forest "corp" {
  exchange_version = "SE"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com" # want HYB203 warning
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "amy@contoso.com" # want HYB203 warning
  auto_mapping = false
}
