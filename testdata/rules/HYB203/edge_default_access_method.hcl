# An access method from the defaults counts as declared: nothing is assumed.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = false
}

defaults {
  access_method = "additional_mailbox"
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "migration"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ann@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "boss@contoso.com"
  delegates = [
    "amy@contoso.com", # want HYB203 error
    "ann@contoso.com", # want HYB203 error
  ]
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_account"
}
