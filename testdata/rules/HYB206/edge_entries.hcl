# When auto-mapping is expected, and by whom.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

forest "emea" {}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

room_mailbox "room@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

user_mailbox "john@contoso.com" {
  home = "corp"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "eva@contoso.com" {
  home = "emea"

  object "corp" {}
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["john@contoso.com"]
}

# Nobody knows the flag, which is on by default: one level lower.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "john@contoso.com" # want HYB206 note
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com" # want HYB206 note
  access_method = "automap"
}

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  auto_mapping  = true # want HYB206 warning
  access_method = "additional_mailbox"
}

# Opened by hand, so nobody expects it.
grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  access_method = "additional_mailbox"
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegate     = "john@contoso.com"
  auto_mapping = true
  inherited    = true
}

# The other direction.
grant "full_access" {
  recipient    = "plant@contoso.com"
  delegate     = "carl@contoso.com"
  auto_mapping = true # want HYB206 warning
}

# The attributes were synchronized before the person moved …
grant "full_access" {
  recipient               = "plant@contoso.com"
  delegate                = "carl@contoso.com"
  auto_mapping            = true
  state                   = "existing"
  established_before_move = true
}

# … which does not help somebody who stayed.
grant "full_access" {
  recipient               = "sales@contoso.com"
  delegate                = "john@contoso.com"
  auto_mapping            = true # want HYB206 warning
  state                   = "existing"
  established_before_move = true
}

grant "full_access" {
  recipient    = "sales@contoso.com"
  delegates    = ["carl@contoso.com", "team@contoso.com", "crm@contoso.com"]
  auto_mapping = true
}

# Two on-premises forests, and rooms, which are HYB808's.
grant "full_access" {
  recipient    = "plant@contoso.com"
  delegate     = "eva@contoso.com"
  auto_mapping = true
}

grant "full_access" {
  recipient    = "room@contoso.com"
  delegate     = "john@contoso.com"
  auto_mapping = true
}
