# What lets somebody read: Full Access and folder rights that read items, held directly or through a declared group.
forest "corp" {
  exchange_version = "2019"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "corp"
}

user_mailbox "joe@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "corp"
}

distribution_group "all-sales@contoso.com" {
  home = "corp"
}

mail_enabled_security_group "readers@contoso.com" {
  home    = "corp"
  members = ["inner@contoso.com"]
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

grant "full_access" {
  recipient = "info@contoso.com"
  delegate  = "readers@contoso.com"
}

grant "folder" {
  recipient     = "info@contoso.com"
  delegate      = "ben@contoso.com"
  folder        = "Inbox"
  access_rights = ["Reviewer"]
}

# A right that does not read items, and one that is denied.
grant "folder" {
  recipient     = "info@contoso.com"
  delegate      = "eva@contoso.com"
  folder        = "Inbox"
  access_rights = ["Contributor"]
}

grant "full_access" {
  recipient = "info@contoso.com"
  delegate  = "joe@contoso.com"
  deny      = true
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegates = ["amy@contoso.com", "ben@contoso.com"]
  expects   = ["read"]
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "eva@contoso.com"
  expects   = ["read"] # want HYB407 warning
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "joe@contoso.com"
  expects   = ["read"] # want HYB407 warning
}

# A group inside a group.
grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "inner@contoso.com"
  expects   = ["read"]
}

# A group has nothing to read, and nobody expects it here.
grant "send_on_behalf" {
  recipient = "all-sales@contoso.com"
  delegate  = "eva@contoso.com"
  expects   = ["read"]
}

grant "send_on_behalf" {
  recipient = "info@contoso.com"
  delegate  = "eva@contoso.com"
  expects   = ["send"]
}
