# IT moved first, before ACLableSyncedObjectEnabled was on. Their objects were stamped by hand afterwards, which is what
# the display type shows.

locals {
  helpdesk = ["dmitri.volkov", "aisha.khan", "ben.carter"]
}

user_mailbox "dmitri.volkov@contoso.com" {
  home                 = "cloud"
  display_name         = "Dmitri Volkov"
  primary_smtp_address = "dmitri.volkov@contoso.com"
  email_addresses      = ["SMTP:dmitri.volkov@contoso.com", "smtp:dmitri.volkov@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2025-09-13"

  object "corp" {
    recipient_display_type = local.aclable_user
  }
}

user_mailbox "aisha.khan@contoso.com" {
  home                 = "cloud"
  display_name         = "Aisha Khan"
  primary_smtp_address = "aisha.khan@contoso.com"
  email_addresses      = ["SMTP:aisha.khan@contoso.com", "smtp:aisha.khan@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2025-09-13"

  object "corp" {
    recipient_display_type = local.aclable_user
  }
}

# Ben started after the pilot: his mailbox was made in the cloud, with New-RemoteMailbox -ACLableSyncedObjectEnabled.
user_mailbox "ben.carter@contoso.com" {
  home                 = "cloud"
  display_name         = "Ben Carter"
  primary_smtp_address = "ben.carter@contoso.com"
  email_addresses      = ["SMTP:ben.carter@contoso.com", "smtp:ben.carter@${local.routing_domain}"]
  provisioned_by       = "new_remote_mailbox"

  object "corp" {
    created_with_aclable_switch = true
  }
}

shared_mailbox "servicedesk@contoso.com" {
  home                 = "cloud"
  display_name         = "Service Desk"
  primary_smtp_address = "servicedesk@contoso.com"
  email_addresses      = ["SMTP:servicedesk@contoso.com", "smtp:servicedesk@${local.routing_domain}"]
  provisioned_by       = "migration"
  moved_on             = "2025-09-13"

  object "corp" {
    recipient_type_details = "RemoteSharedMailbox"
    recipient_display_type = local.aclable_user
  }
}

discovery_mailbox "discovery@contoso.com" {
  home         = "cloud"
  display_name = "Discovery Search Mailbox"
}

mail_enabled_security_group "helpdesk@contoso.com" {
  home                 = "corp"
  display_name         = "Helpdesk"
  primary_smtp_address = "helpdesk@contoso.com"
  group_scope          = "universal"
  members              = [for alias in local.helpdesk : "${alias}@contoso.com"]
}
