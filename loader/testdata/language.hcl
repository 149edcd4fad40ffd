# Every block and every attribute of the language, once.

tenant "contoso" {
  offering                     = "multi_tenant"
  routing_domain               = "contoso.mail.onmicrosoft.com"
  modern_auth                  = true
  send_from_alias_enabled      = false
  public_folders               = "none"
  public_folder_client_control = false
  exchange_attributes_cloud_managed_by_default = false

  organization_relationship "corp" {
    exists                   = true
    enabled                  = true
    free_busy_access_enabled = true
    free_busy_access_level   = "LimitedDetails"
    free_busy_access_scope   = "group"
    domain_names             = ["contoso.com"]
  }
  intra_organization_connector "corp" {
    enabled = true
  }
}

forest "corp" {
  exchange_version              = "2019"
  cumulative_update             = 14
  cumulative_update_currency    = "current"
  aclable_synced_object_enabled = true
  aclable_enabled_on            = "2024-01-01"
  is_resource_forest            = false
  trusts_logon_forest           = true
  modern_auth                   = true
  dedicated_hybrid_app          = true

  organization_relationship {
    enabled = true
  }
  intra_organization_connector { enabled = true }
}

directory_sync "entra_connect" {
  version                    = "2.5.190.0"
  exchange_hybrid_deployment = true
  group_writeback            = false
  excluded_attributes        = ["publicDelegates"]
}

directory_sync "cloud_sync" {
  agent_version             = "1.1.1107.0"
  exchange_hybrid_writeback = false
  excluded_attributes       = []
}

defaults {
  clients       = ["outlook_windows"]
  access_method = "additional_mailbox"
  channel       = "powershell"
}

shared_mailbox "sales@contoso.com" {
  home                              = "corp"
  origin                            = "corp"
  used_by                           = "people"
  exchange_attributes_managed_in    = "on_premises"
  name                              = "Sales"
  display_name                      = "Sales team"
  distinguished_name                = "CN=Sales,OU=Shared,DC=contoso,DC=com"
  primary_smtp_address              = "sales@contoso.com"
  email_addresses                   = ["SMTP:sales@contoso.com", "X500:/o=Contoso/cn=sales"]
  is_dir_synced                     = true
  provisioned_by                    = "migration"
  moved_on                          = "2024-06-01"
  hidden_from_address_lists_enabled = false
  account_enabled                   = true
  linked_master_account             = "ACCOUNTS\\sales"
  legacy_exchange_dn                = "/o=Contoso/cn=sales"
  calendar_default_permission       = "AvailabilityOnly"
  resource_delegates                = ["amy@contoso.com"]
  public_folder_client_access       = false
  department                        = "Sales"
  office                            = "Berlin"
  size_gb                           = 12
  items                             = 48000

  object "cloud" {
    exists                      = true
    recipient_type_details      = "MailUser"
    recipient_display_type      = -1073741818
    created_with_aclable_switch = false
    target_address              = "SMTP:sales@contoso.mail.onmicrosoft.com"
    primary_smtp_address        = "sales@contoso.com"
    email_addresses             = ["smtp:sales@contoso.mail.onmicrosoft.com"]
    legacy_exchange_dn          = "/o=Contoso/cn=sales"
  }
}

distribution_group "team@contoso.com" {
  home        = "corp"
  members     = ["amy@contoso.com", "somebody@else.com"]
  group_scope = "universal"
}

user_mailbox "amy@contoso.com" { home = "corp" }
user_mailbox "john@contoso.com" { home = "corp" }
user_mailbox "boss@contoso.com" { home = "corp" }

grant "full_access" {
  recipient     = "sales@contoso.com"
  delegate      = "john@contoso.com"
  auto_mapping  = true
  access_method = "automap"
  inherited     = false
  deny          = false
  outlook_windows {
    version     = "2013"
    update_date = "2014-11-11"
  }
}

grant "send_as" {
  recipient         = "sales@contoso.com"
  delegates         = ["john@contoso.com", "amy@contoso.com"]
  present_in        = ["corp", "cloud"]
  replication       = "manual"
  send_from_address = "sales@contoso.com"
  inherited         = false
  deny              = false
}

grant "send_on_behalf" {
  recipient   = "boss@contoso.com"
  delegate    = "amy@contoso.com"
  present_in  = ["cloud"]
  change_mode = "add"
  new_list    = ["amy@contoso.com"]

  state                    = "planned"
  unknown_in               = ["corp"]
  clients                  = ["owa", "smtp"]
  channel                  = "eac"
  cmdlet                   = "Set-Mailbox"
  identity_kind            = "upn"
  applied_on               = "cloud"
  granted_by               = "owner"
  granted_via              = "additional_account"
  established_before_move  = true
  expects                  = ["send", "private_items"]
  operator_role_groups     = ["Recipient Management"]
  operator_has_custom_role = false
}

grant "folder" {
  recipient                = "boss@contoso.com"
  delegate                 = "amy@contoso.com"
  folder                   = "Calendar"
  folder_type              = "Calendar"
  access_rights            = ["Editor"]
  sharing_permission_flags = ["Delegate", "CanViewPrivateItems"]
  parent_access_rights     = ["FolderVisible"]
}

outlook_delegate {
  state                     = "planned"
  manager                   = "boss@contoso.com"
  delegate                  = "amy@contoso.com"
  folder_access_rights      = { Calendar = "Editor", Inbox = "Reviewer" }
  send_on_behalf            = true
  present_in                = ["cloud"]
  receives_meeting_requests = true
  private_items             = false
  delivery_scope            = "delegates_only"
  managed_by                = "owner"
  established_before_move   = false
  moved_separately          = false
  reconfigured_after_move   = false
  stored_legacy_exchange_dn = "/o=Contoso/cn=amy"
  listed_twice              = false
  listed_permission         = "None"
  x500_written_back         = true
  clients                   = ["outlook_windows"]
}

sharing_invitation {
  owner                 = "boss@contoso.com"
  recipient             = "partner@fabrikam.com"
  accepting_client      = "outlook_windows"
  viewing_clients       = ["outlook_windows"]
  outlook_channel       = "c2r_monthly"
  sender_client_updated = true
  level                 = "LimitedDetails"
  policy_max_level      = "Reviewer"
}

migration_batch "wave-3" {
  direction     = "onboarding"
  source_forest = "corp"
  members       = ["boss@contoso.com", "amy@contoso.com"]
  start_after    = "2026-12-01"
  complete_after = "2026-12-05T22:00:00Z"
  after          = ["wave-2"]
  status        = "Syncing"
}

migration_batch "wave-2" {
  direction = "onboarding"
  members   = ["john@contoso.com"]
}

bulk_change "ticket-4711" {
  channel                  = "eac"
  applied_on               = "corp"
  recipients               = ["boss@contoso.com", "amy@contoso.com"]
  permission               = "full_access"
  operator_role_groups     = ["Recipient Management"]
  operator_has_custom_role = false
}

exception "HYB301" {
  recipient       = "boss@contoso.com"
  delegate        = "amy@contoso.com"
  migration_batch = "wave-3"
  forest          = "corp"
  rationale       = "approved until wave 7 has moved"
  owner           = "messaging@contoso.com"
  expiration      = "2027-01-31"
}
