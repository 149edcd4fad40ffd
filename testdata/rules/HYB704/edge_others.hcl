# Where the entry is present makes no difference. A group with somebody who stays counts, one that moves as a whole does not; of a
# group without declared members nobody knows. An application that sends is checked too.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "corp"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "crm@contoso.com" {
  home    = "corp"
  used_by = "application"
}

mail_enabled_security_group "mixed@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com", "ben@contoso.com"]
}

mail_enabled_security_group "moving@contoso.com" {
  home    = "corp"
  members = ["amy@contoso.com"]
}

mail_enabled_security_group "unknown@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "send_as" {
  recipient  = "sales@contoso.com"
  present_in = ["corp", "cloud"]
  delegates  = ["mixed@contoso.com", "moving@contoso.com", "unknown@contoso.com", "amy@contoso.com", "crm@contoso.com"]
}

migration_batch "wave-1" {
  direction = "onboarding"
  members = [
    "amy@contoso.com",
    "sales@contoso.com", # want HYB704 warning, HYB704 warning
  ]
}
