# Contoso, halfway to Exchange Online: an invented organization to learn hybridlint from. This file describes the
# organization itself; the people and mailboxes are in recipients/, who may do what in grants/ and delegates.hcl, the
# next move in migrations/, what is tolerated in exceptions.hcl. Files and folders carry no meaning, hybridlint reads
# them all as one configuration. Where something is wrong, the comment above the block tells how it came about.
#
#   September 2025  pilot: IT and the mailbox of the tender office
#   November 2025   ACLableSyncedObjectEnabled is switched on
#   February 2026   wave 1: sales, facilities, communications
#   June 2026       wave 2: the chief executive, invoices
#   next            wave 3: finance

locals {
  routing_domain = "contoso.mail.onmicrosoft.com"

  # msExchRecipientDisplayType of the on-premises object of a mailbox in the cloud.
  aclable_user = -1073741818 # ACLableSyncedMailboxUser: may hold permissions
  synced_user  = -2147483642 # SyncedMailboxUser: may not
}

tenant "contoso" {
  offering       = "multi_tenant"
  routing_domain = local.routing_domain
  modern_auth    = true
  public_folders = "none"

  organization_relationship "corp" {
    enabled                  = true
    free_busy_access_enabled = true
    free_busy_access_level   = "LimitedDetails"
    domain_names             = ["contoso.com"]
  }

  intra_organization_connector "corp" {
    enabled = true
  }
}

forest "corp" {
  exchange_version              = "SE"
  cumulative_update_currency    = "current"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2025-11-03"
  modern_auth                   = true

  organization_relationship {
    enabled                  = true
    free_busy_access_enabled = true
    free_busy_access_level   = "LimitedDetails"
    domain_names             = ["contoso.com", local.routing_domain]
  }

  intra_organization_connector {
    enabled = true
  }
}

# The box "Exchange hybrid deployment" was never ticked in the wizard. Nobody misses it until a manager moves and the
# assistant does not: see delegates.hcl.
directory_sync "entra_connect" {
  version                    = "2.5.79.0"
  exchange_hybrid_deployment = false
}

# What holds for every entry that does not say otherwise. Auto-mapping does not work between the sides, so people add
# the mailboxes of others by hand.
defaults {
  clients       = ["outlook_windows"]
  access_method = "additional_mailbox"
  channel       = "powershell"
}
