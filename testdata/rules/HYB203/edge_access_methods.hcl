# Only the additional mailbox needs an object that can hold permissions. Between forests it is what an undeclared access method
# means, and then the finding is one level lower.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  provisioned_by = "new_remote_mailbox"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient    = "boss@contoso.com"
  delegate     = "amy@contoso.com" # want HYB203 warning
  auto_mapping = false
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "additional_account"
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "owa_explicit_url"
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "legacy_dn"
}

grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "calendar_only"
}

# HYB206 says that this does not work at all.
grant "full_access" {
  recipient     = "boss@contoso.com"
  delegate      = "amy@contoso.com"
  access_method = "automap"
}
