package loader

import (
	"fmt"
	"slices"
)

// Attribute is the name of an attribute of the language, as a small number.
type Attribute uint8

// attributeNames holds every attribute of every block, in alphabetical order after the empty name. An attribute that a
// block table names and this table does not stops the program when it starts.
var attributeNames = []string{
	"",
	"accepting_client",
	"access_method",
	"access_rights",
	"account_enabled",
	"aclable_enabled_on",
	"aclable_synced_object_enabled",
	"after",
	"agent_version",
	"applied_on",
	"auto_mapping",
	"calendar_default_permission",
	"change_mode",
	"channel",
	"clients",
	"cmdlet",
	"complete_after",
	"created_with_aclable_switch",
	"cumulative_update",
	"cumulative_update_currency",
	"dedicated_hybrid_app",
	"delegate",
	"delegates",
	"delivery_scope",
	"deny",
	"department",
	"direction",
	"display_name",
	"distinguished_name",
	"domain_names",
	"email_addresses",
	"enabled",
	"established_before_move",
	"exchange_attributes_cloud_managed_by_default",
	"exchange_attributes_managed_in",
	"exchange_hybrid_deployment",
	"exchange_hybrid_writeback",
	"exchange_version",
	"excluded_attributes",
	"exists",
	"expects",
	"expiration",
	"folder",
	"folder_access_rights",
	"folder_type",
	"forest",
	"free_busy_access_enabled",
	"free_busy_access_level",
	"free_busy_access_scope",
	"granted_by",
	"granted_via",
	"group_scope",
	"group_writeback",
	"hidden_from_address_lists_enabled",
	"home",
	"identity_kind",
	"inherited",
	"is_dir_synced",
	"is_resource_forest",
	"items",
	"legacy_exchange_dn",
	"level",
	"linked_master_account",
	"listed_permission",
	"listed_twice",
	"managed_by",
	"manager",
	"members",
	"migration_batch",
	"modern_auth",
	"moved_on",
	"moved_separately",
	"name",
	"new_list",
	"offering",
	"office",
	"operator_has_custom_role",
	"operator_role_groups",
	"origin",
	"outlook_channel",
	"owner",
	"parent_access_rights",
	"permission",
	"policy_max_level",
	"present_in",
	"primary_smtp_address",
	"private_items",
	"provisioned_by",
	"public_folder_client_access",
	"public_folder_client_control",
	"public_folders",
	"rationale",
	"receives_meeting_requests",
	"recipient",
	"recipient_display_type",
	"recipient_type_details",
	"recipients",
	"reconfigured_after_move",
	"replication",
	"resource_delegates",
	"routing_domain",
	"send_from_address",
	"send_from_alias_enabled",
	"send_on_behalf",
	"sender_client_updated",
	"sharing_permission_flags",
	"size_gb",
	"source_forest",
	"start_after",
	"state",
	"status",
	"stored_legacy_exchange_dn",
	"target_address",
	"trusts_logon_forest",
	"unknown_in",
	"update_date",
	"used_by",
	"version",
	"viewing_clients",
	"x500_written_back",
}

func (a Attribute) String() string { return attributeNames[a] }

// attributeNamed finds an attribute; zero where the language has none of that name.
func attributeNamed(name string) Attribute {
	i, found := slices.BinarySearch(attributeNames, name)
	if !found {
		return 0
	}
	return Attribute(i)
}

// mustAttribute is for the block tables.
func mustAttribute(name string) Attribute {
	a := attributeNamed(name)
	if a == 0 {
		panic(fmt.Sprintf("loader: attribute %q is missing in attributeNames", name))
	}
	return a
}
