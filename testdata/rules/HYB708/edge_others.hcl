# Every kind of entry; what is not synchronized is not known in the cloud either.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

user_account "CONTOSO\\svc-scan" {
  home    = "corp"
  used_by = "application"
}

user_mailbox "ben@contoso.com" {
  home = "corp"
}

user_mailbox "adele@contoso.com" {
  home = "cloud"
}

user_mailbox "filtered@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

dynamic_distribution_group "dynamic@contoso.com" {
  home = "corp"
}

user_mailbox "missing@contoso.com" {
  home = "corp"

  object "cloud" {
    exists = false
  }
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

shared_mailbox "info@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient = "boss@contoso.com"
  delegates = ["CONTOSO\\svc-scan", "ben@contoso.com", "adele@contoso.com"]
}

grant "folder" {
  recipient     = "boss@contoso.com"
  folder        = "Calendar"
  access_rights = ["Reviewer"]
  delegates     = ["filtered@contoso.com", "Default"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "missing@contoso.com"
}

grant "send_on_behalf" {
  recipient = "boss@contoso.com"
  delegate  = "dynamic@contoso.com"
}

grant "full_access" {
  recipient    = "info@contoso.com"
  delegate     = "filtered@contoso.com"
  auto_mapping = false
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["boss@contoso.com"] # want HYB708 error, HYB708 error, HYB708 error, HYB708 error
}

# The delegate moves; a mailbox moves back.
migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["filtered@contoso.com"]
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["info@contoso.com"]
}
