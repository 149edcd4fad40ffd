# The helpdesk's Full Access comes from the mailbox database. The move leaves it behind.
forest "corp" {
  exchange_version              = "2019"
  aclable_synced_object_enabled = true
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home = "corp"
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "helpdesk@contoso.com"
  inherited = true
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB707 error
}
