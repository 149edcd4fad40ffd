# Which clients, which way, and Outlook delegates.
forest "corp" {
  exchange_version = "2019"
}

forest "emea" {
  exchange_version = "2019"
}

directory_sync "entra_connect" {
  exchange_hybrid_deployment = true
}

user_mailbox "boss@contoso.com" {
  home           = "cloud"
  origin         = "corp"
  provisioned_by = "migration"
}

user_mailbox "stayed@contoso.com" {
  home = "corp"
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "eva@contoso.com" {
  home = "emea"
}

mail_enabled_security_group "both@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "boss@contoso.com"]
}

mail_enabled_security_group "nobody@contoso.com" {
  home = "corp"
}

# The new Outlook for Windows is a web client, where it works at all: Amy's own mailbox is on-premises.
grant "send_on_behalf" {
  recipient = "amy@contoso.com"
  delegate  = "boss@contoso.com"
  clients   = ["outlook_windows", "new_outlook_windows"] # want HYB405 warning
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["outlook_windows", "new_outlook_windows"] # want HYB215 error
}

# Of a list of delegates, the finding stands at the one that it is about.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegates = ["both@contoso.com", "nobody@contoso.com"] # want HYB405 warning, HYB215 error
  clients   = ["owa", "new_outlook_windows"]
}

# Not declared, or without a web client.
grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["outlook_windows", "outlook_mac", "outlook_ios", "outlook_android"]
}

# One forest, and two on-premises forests.
grant "send_on_behalf" {
  recipient = "stayed@contoso.com"
  delegate  = "amy@contoso.com"
  clients   = ["owa"]
}

grant "send_on_behalf" {
  recipient  = "stayed@contoso.com"
  delegate   = "eva@contoso.com"
  present_in = ["corp", "emea"]
  clients    = ["owa"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "amy@contoso.com"
  clients  = ["owa"] # want HYB405 warning
}

outlook_delegate {
  manager        = "boss@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
  clients        = ["owa"]
}
