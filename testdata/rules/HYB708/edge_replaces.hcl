# One cause, one finding: the note on the entry (HYB802) and HYB806 are not told again; a warning on the entry is another fault.
forest "corp" {
  exchange_version              = "SE"
  aclable_synced_object_enabled = true
}

shared_mailbox "sales@contoso.com" {
  home = "corp"
}

shared_mailbox "support@contoso.com" {
  home = "corp"
}

security_group "CONTOSO\\office" {
  home = "corp"
}

distribution_group "list@contoso.com" {
  home          = "corp"
  is_dir_synced = false
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "CONTOSO\\office"
}

grant "full_access" {
  state     = "existing"
  recipient = "sales@contoso.com"
  delegate  = "list@contoso.com"
}

grant "full_access" {
  recipient = "sales@contoso.com"
  delegate  = "list@contoso.com" # want HYB802 error
}

# A mailbox that stays keeps what is said about its entries.
grant "full_access" {
  recipient = "support@contoso.com"
  delegate  = "CONTOSO\\office" # want HYB806 note
}

migration_batch "wave-1" {
  direction = "onboarding"
  members   = ["sales@contoso.com"] # want HYB708 error, HYB708 error, HYB708 error
}
