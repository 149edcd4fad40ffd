# On-premises Exchange refuses Send As on a Microsoft 365 group, also where an entry exists.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "amy@contoso.com" {
  home = "cloud"
}

m365_group "team@contoso.com" {
  home = "cloud"
}

distribution_group "list@contoso.com" {
  home = "cloud"
}

grant "send_as" {
  recipient  = "team@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

grant "send_as" {
  recipient  = "list@contoso.com"
  delegate   = "amy@contoso.com"
  present_in = ["corp", "cloud"]
}

migration_batch "back" {
  direction = "offboarding"
  members   = ["amy@contoso.com"] # want HYB703 error
}
