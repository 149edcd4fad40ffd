# Who has no mailbox stays nowhere: nothing is separated.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

user_mailbox "boss@contoso.com" {
  home = "corp"
}

mail_user "outside@contoso.com" {
  home = "corp"
}

user_account "CONTOSO\\left" {
  home = "corp"
}

security_group "CONTOSO\\office" {
  home    = "corp"
  members = ["boss@contoso.com"]
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "outside@contoso.com"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "CONTOSO\\left"
}

outlook_delegate {
  manager  = "boss@contoso.com"
  delegate = "CONTOSO\\office"
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["boss@contoso.com"]
}
