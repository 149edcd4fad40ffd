# Between the sides, the object in the sender's forest decides.
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

# An address policy made the target address the primary one of the object in the cloud.
shared_mailbox "info@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "info@contoso.com"
  object "cloud" {
    primary_smtp_address = "SMTP:info@contoso.mail.onmicrosoft.com"
  }
}

shared_mailbox "sales@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "sales@contoso.com"
  object "cloud" {
    primary_smtp_address = "SMTP:Sales@contoso.com"
  }
}

shared_mailbox "orders@contoso.com" {
  home                 = "corp"
  primary_smtp_address = "orders@contoso.com"
}

shared_mailbox "undeclared" {
  home = "corp"
}

mail_enabled_security_group "both@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "ben@contoso.com"]
}

mail_enabled_security_group "nobody@contoso.com" {
  home = "corp"
}

# Right for Ben, who sends on-premises, and not for Amy.
grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "amy@contoso.com"
  present_in        = ["corp", "cloud"]
  send_from_address = "info@contoso.com" # want HYB307 warning
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "ben@contoso.com"
  send_from_address = "info@contoso.com"
}

grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "both@contoso.com"
  present_in        = ["corp", "cloud"]
  send_from_address = "SMTP:info@contoso.com" # want HYB307 warning
}

# Nothing is said about the address, but the two objects differ.
grant "send_as" {
  recipient  = "info@contoso.com" # want HYB307 warning
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

# On one side the mailbox's own address is used.
grant "send_as" {
  recipient = "info@contoso.com"
  delegate  = "ben@contoso.com"
}

# The same address, written in another way.
grant "send_as" {
  recipient  = "sales@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

# Where the object declares no address, the mailbox's counts.
grant "send_as" {
  recipient         = "orders@contoso.com"
  delegate          = "amy@contoso.com"
  present_in        = ["corp", "cloud"]
  send_from_address = "orders@contoso.mail.onmicrosoft.com" # want HYB307 warning
}

grant "send_as" {
  recipient  = "orders@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

# Addresses that nobody declared.
grant "send_as" {
  recipient         = "undeclared"
  delegate          = "ben@contoso.com"
  send_from_address = "other@contoso.com"
}

# Nobody is known to work there.
grant "send_as" {
  recipient         = "info@contoso.com"
  delegate          = "nobody@contoso.com"
  send_from_address = "other@contoso.com"
}
