# Each of the five, in both directions; what opens no mailbox, and applications.
forest "corp" {}

forest "emea" {}

shared_mailbox "plant@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "carl@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "pete@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"

  object "corp" {}
}

user_mailbox "crm@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
  used_by        = "application"
}

mail_enabled_security_group "team@contoso.com" {
  home    = "corp"
  members = ["carl@contoso.com", "pete@contoso.com"]
}

mail_enabled_security_group "empty@contoso.com" {
  home = "corp"
}

# The new Outlook does not work at all for somebody with an on-premises mailbox, and is not said twice.
grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "pete@contoso.com"
  clients   = ["new_outlook_windows"] # want HYB215 error
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["new_outlook_windows"] # want HYB202 warning
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["outlook_mac", "outlook_android"] # want HYB202 warning
}

# One member works in the cloud.
grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "team@contoso.com"
  clients   = ["owa"] # want HYB202 warning
}

# Nobody knows where the members work.
grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "empty@contoso.com"
  clients   = ["owa"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["scheduling_assistant"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
}

# Two on-premises forests are two forests, but one side.
grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "eva@contoso.com"
  clients   = ["owa"]
}

# Applications never open Outlook: by what the delegate is, or by what is used.
grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "crm@contoso.com"
  clients   = ["owa"]
}

grant "full_access" {
  recipient = "plant@contoso.com"
  delegate  = "carl@contoso.com"
  clients   = ["application", "smtp"]
}

grant "send_as" {
  recipient  = "plant@contoso.com"
  delegate   = "carl@contoso.com"
  clients    = ["owa"]
  present_in = ["corp", "cloud"]
}
