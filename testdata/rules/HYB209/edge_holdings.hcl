# What the delegate holds counts directly, through declared groups (nested ones too) and from an Outlook delegate; not what is
# denied, given to somebody else or given on another mailbox.
shared_mailbox "support@contoso.com" {
  home = "cloud"
}

shared_mailbox "sales@contoso.com" {
  home = "cloud"
}

user_mailbox "boss@contoso.com" {
  home = "cloud"
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

user_mailbox "ann@contoso.com" {
  home = "cloud"
}

mail_enabled_security_group "inner@contoso.com" {
  home    = "cloud"
  members = ["amy@contoso.com", "outer@contoso.com"]
}

mail_enabled_security_group "outer@contoso.com" {
  home    = "cloud"
  members = ["inner@contoso.com"]
}

# Amy is in a group that is in a group that may send. Ann is not.
grant "full_access" {
  recipient = "support@contoso.com"
  expects   = ["send"]
  delegates = [
    "amy@contoso.com",
    "ann@contoso.com", # want HYB209 warning
  ]
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "outer@contoso.com"
}

grant "send_as" {
  recipient = "support@contoso.com"
  delegate  = "ann@contoso.com"
  deny      = true
}

grant "send_on_behalf" {
  recipient = "sales@contoso.com"
  delegate  = "ann@contoso.com"
}

# The Outlook dialog gives Send on Behalf.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "ann@contoso.com"
  expects   = ["send"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "ann@contoso.com"
}

# This one did not.
grant "full_access" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["send"] # want HYB209 warning
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
}

# Nobody expects to send.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "amy@contoso.com"
  expects   = ["read"]
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "ann@contoso.com"
}
