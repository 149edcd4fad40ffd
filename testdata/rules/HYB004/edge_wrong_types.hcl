# Where a type is wrong, that is what is to be mended; an Outlook delegate keeps its own findings.
forest "corp" {
  exchange_version = "SE"
}

mail_contact "partner@fabrikam.com" {
  home = "corp"
}

distribution_group "all@contoso.com" {
  home = "corp"
}

m365_group "project@contoso.com" {
  home = "corp" # want HYB817 error
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

grant "full_access" {
  recipient = "partner@fabrikam.com" # want HYB801 warning
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "partner@fabrikam.com" # want HYB801 warning
  delegate  = "amy@contoso.com"
}

grant "full_access" {
  recipient = "amy@contoso.com"
  delegate  = "all@contoso.com" # want HYB802 error
}

grant "full_access" {
  recipient = "amy@contoso.com"
  delegate  = "all@contoso.com" # want HYB802 error
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegates = ["amy@contoso.com", "amy@contoso.com"]
}

grant "send_as" {
  recipient = "project@contoso.com"
  delegate  = "S-1-5-21-1004336348-1177238915-682003330-1104"
  state     = "existing"
}

outlook_delegate {
  manager        = "project@contoso.com"
  delegate       = "amy@contoso.com"
  send_on_behalf = false
}

outlook_delegate {
  manager        = "project@contoso.com"
  delegate       = "amy@contoso.com" # want HYB004 note
  send_on_behalf = false
}
