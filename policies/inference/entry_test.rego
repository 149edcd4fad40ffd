package hybridlint.inference.entry_test

import data.hybridlint.inference.entry as inference
import rego.v1

# A cloud owner who was moved out of corp; the delegate works in corp. The entry is in the cloud only.
base := {
	"organization": {
		"offering": "multi_tenant",
		"directory_sync": {
			"declared": true,
			"entra_connect": {"declared": true, "exchange_hybrid_deployment": false, "excludes_public_delegates": false},
			"cloud_sync": {"declared": false, "excludes_public_delegates": false},
		},
	},
	"entry": {
		"kind": "grant",
		"state": "planned",
		"derived_by_default": false,
		"clients": {"declared": false, "outlook_windows": false, "new_outlook_windows": false, "outlook_mac": false, "owa": false},
		"present_in": {"acting_forest": false, "home": true, "cloud": true, "on_premises": false, "batch_target": false},
		"unknown_in": {"acting_forest": false, "home": false, "cloud": false, "on_premises": false, "batch_target": false},
	},
	"recipient": {
		"type": "user_mailbox",
		"home": "cloud",
		"provisioned_by": "migration",
		"mailbox": true,
		"group": false,
		"system_mailbox": false,
		"resource_mailbox": false,
	},
	"recipient_object": {"at_home": false, "in_cloud": false, "forest_is_origin": "yes", "moved_before_aclable_enabled": false},
	"delegate": {"type": "user_mailbox", "home": "on_premises", "group": false, "resource_mailbox": false},
	"delegate_object": {"at_home": false, "in_cloud": true, "forest_is_origin": "no"},
	"acting": {"side": "on_premises", "direction": "on_premises_to_cloud"},
	"acting_forest": {"exchange_version": "2019", "aclable_synced_object_enabled": true},
	"home_forest": {},
	"pair": {
		"send_as": {"listed_in_acting_forest": false, "unknown_in_acting_forest": false, "established_before_move": false},
		"holds_send_as": {"listed_in_acting_forest": false, "unknown_in_acting_forest": false, "established_before_move": false},
	},
	"batch": {"target": "on_premises", "target_is_recipient_origin": "yes"},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

from_base(changes) := on(base, changes)

# An on-premises owner whose delegate works in the cloud.
to_cloud := on(json.remove(base, ["recipient/provisioned_by"]), {
	"/recipient/home": "on_premises",
	"/acting": {"side": "cloud", "direction": "cloud_to_on_premises"},
	"/recipient_object/in_cloud": true,
	"/entry/present_in/cloud": false,
	"/entry/present_in/on_premises": true,
})

nobody_works := {"/acting": {}}

# What stands for recipient and delegate

test_recipient_exists if {
	inference.recipient_exists == "yes" with input as base
}

test_delegate_exists if {
	inference.delegate_exists == "no" with input as from_base({"/delegate/is_dir_synced": false})
}

test_recipient_aclable if {
	inference.recipient_aclable == {"answer": "yes", "assumed": set()} with input as base
}

test_delegate_aclable if {
	inference.delegate_aclable == {"answer": "yes", "assumed": set()} with input as base
}

test_delegate_aclable_in_the_recipients_forest if {
	facts := from_base({
		"/delegate": {"type": "user_mailbox", "home": "cloud", "provisioned_by": "migration", "group": false, "resource_mailbox": false},
		"/delegate_object": {"at_home": false, "in_cloud": false, "forest_is_origin": "yes", "moved_before_aclable_enabled": false},
		"/home_forest": {"exchange_version": "2010"},
	})
	inference.delegate_aclable.answer == "no" with input as facts
}

# Access method

test_access_method_declared if {
	facts := from_base({"/entry/access_method": "owa_explicit_url", "/acting/direction": "same"})
	inference.access_method == "owa_explicit_url" with input as facts
	inference.access_method_assumed == set() with input as facts
}

test_access_method_automap_in_one_forest if {
	facts := from_base({"/acting/direction": "same"})
	inference.access_method == "automap" with input as facts
	inference.access_method_assumed == {"access_method"} with input as facts
}

test_access_method_additional_mailbox_without_auto_mapping if {
	facts := from_base({"/acting/direction": "same", "/entry/auto_mapping": false})
	inference.access_method == "additional_mailbox" with input as facts
}

test_access_method_additional_mailbox_of_a_group if {
	facts := from_base({"/acting/direction": "same", "/delegate/group": true})
	inference.access_method == "additional_mailbox" with input as facts
}

test_access_method_additional_mailbox_between_forests if {
	inference.access_method == "additional_mailbox" with input as from_base({"/entry/auto_mapping": true})
}

# Hidden

test_not_hidden_by_default if {
	inference.recipient_hidden == false with input as base
}

test_hidden_as_declared if {
	inference.recipient_hidden with input as from_base({"/recipient/hidden_from_address_lists_enabled": true})
}

test_system_mailbox_hidden_by_default if {
	inference.recipient_hidden with input as from_base({"/recipient/system_mailbox": true})
}

test_system_mailbox_shown_as_declared if {
	facts := from_base({"/recipient/system_mailbox": true, "/recipient/hidden_from_address_lists_enabled": false})
	inference.recipient_hidden == false with input as facts
}

# Clients

test_desktop_outlook_where_nothing_is_declared if {
	inference.desktop_outlook with input as base
	inference.clients_assumed == {"clients"} with input as base
}

test_desktop_outlook_as_declared if {
	every client in ["outlook_windows", "outlook_mac"] {
		facts := from_base({"/entry/clients/declared": true, sprintf("/entry/clients/%s", [client]): true})
		inference.desktop_outlook with input as facts
		inference.clients_assumed == set() with input as facts
	}
}

test_no_desktop_outlook_as_declared if {
	every client in ["owa", "new_outlook_windows", "outlook_ios"] {
		facts := from_base({"/entry/clients/declared": true, sprintf("/entry/clients/%s", [client]): true})
		inference.desktop_outlook == false with input as facts
	}
}

test_web_clients if {
	facts := from_base({"/entry/clients/declared": true, "/entry/clients/owa": true, "/entry/clients/new_outlook_windows": true})
	inference.web_clients == {"owa", "new_outlook_windows"} with input as facts
}

test_no_web_clients if {
	inference.web_clients == set() with input as from_base({"/entry/clients/outlook_windows": true})
}

test_new_outlook_of_somebody_with_an_on_premises_mailbox if {
	facts := {
		"/entry/clients/declared": true,
		"/entry/clients/owa": true,
		"/entry/clients/new_outlook_windows": true,
		"/delegate/on_premises_mailbox": true,
	}
	inference.new_outlook_unsupported with input as from_base(facts)
	inference.web_clients == {"owa"} with input as from_base(facts)
	application := object.union(facts, {"/entry/application_account": true})
	inference.new_outlook_unsupported == false with input as from_base(application)
	inference.web_clients == {"owa", "new_outlook_windows"} with input as from_base(application)
}

# Microsoft 365 groups

test_existence_that_hangs_on_group_writeback if {
	group := {"type": "m365_group", "home": "cloud", "group": true}
	object_in_forest := {"at_home": false, "in_cloud": false}
	recipient := {"/recipient": group, "/recipient_object": object_in_forest}
	inference.recipient_exists == "no" with input as from_base(recipient)
	inference.recipient_existence_assumed == {"group_writeback"} with input as from_base(recipient)
	delegate := {"/delegate": group, "/delegate_object": object_in_forest}
	inference.delegate_exists == "no" with input as from_base(delegate)
	inference.delegate_existence_assumed == {"group_writeback"} with input as from_base(delegate)
	inference.delegate_existence_assumed == set() with input as base
}

# Send As

travelled := {"/entry/established_before_move": true}

test_send_as_listed if {
	facts := from_base({"/entry/present_in/acting_forest": true})
	inference.send_as_in_acting_forest == {"answer": "yes", "assumed": set()} with input as facts
}

test_send_as_travelled_from_the_origin if {
	inference.send_as_in_acting_forest.answer == "yes" with input as from_base(travelled)
}

test_send_as_travelled_from_an_unknown_origin if {
	facts := on(from_base(travelled), {"/recipient_object/forest_is_origin": "unknown"})
	inference.send_as_in_acting_forest.answer == "yes" with input as facts
}

test_send_as_did_not_travel_from_another_forest if {
	facts := on(from_base(travelled), {"/recipient_object/forest_is_origin": "no"})
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": set()} with input as facts
}

test_send_as_travelled_to_the_cloud if {
	facts := on(from_base(travelled), {"/acting": {"side": "cloud", "direction": "same"}})
	inference.send_as_in_acting_forest.answer == "yes" with input as facts
}

test_send_as_did_not_travel_with_a_mailbox_that_was_not_moved if {
	every how in ["new_remote_mailbox", "enable_remote_mailbox", "cloud_direct"] {
		facts := on(from_base(travelled), {"/recipient/provisioned_by": how})
		inference.send_as_in_acting_forest.answer == "no" with input as facts
	}
}

# The delegate moved, the recipient did not.
test_send_as_did_not_travel_with_the_delegate if {
	inference.send_as_in_acting_forest.answer == "no" with input as on(to_cloud, travelled)
}

test_send_as_did_not_travel_back_on_premises if {
	facts := on(to_cloud, {"/entry/established_before_move": true, "/recipient/provisioned_by": "migration"})
	inference.send_as_in_acting_forest.answer == "no" with input as facts
}

test_send_as_unknown if {
	facts := from_base({"/entry/unknown_in/acting_forest": true})
	inference.send_as_in_acting_forest == {"answer": "unknown", "assumed": set()} with input as facts
}

test_send_as_unknown_side_that_it_travelled_to if {
	facts := on(from_base(travelled), {"/entry/unknown_in/acting_forest": true})
	inference.send_as_in_acting_forest.answer == "yes" with input as facts
}

test_send_as_unknown_where_nobody_works if {
	facts := on(from_base(nobody_works), {"/entry/present_in/acting_forest": true})
	inference.send_as_in_acting_forest.answer == "unknown" with input as facts
}

test_send_as_missing if {
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": set()} with input as base
}

test_send_as_missing_of_an_existing_entry_is_assumed if {
	facts := from_base({"/entry/state": "existing"})
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": {"established_before_move"}} with input as facts
}

test_send_as_missing_of_an_existing_entry_as_declared if {
	facts := from_base({"/entry/state": "existing", "/entry/established_before_move": false})
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": set()} with input as facts
}

# Declaring that the entry is older than the move would not put it into another forest than the origin.
test_send_as_missing_outside_the_origin_is_not_assumed if {
	facts := from_base({"/entry/state": "existing", "/recipient_object/forest_is_origin": "no"})
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": set()} with input as facts
}

test_send_as_missing_of_a_mailbox_that_was_not_moved_is_not_assumed if {
	facts := from_base({"/entry/state": "existing", "/recipient/provisioned_by": "new_remote_mailbox"})
	inference.send_as_in_acting_forest == {"answer": "no", "assumed": set()} with input as facts
}

test_made_before_the_move_is_assumed_wherever_the_delegate_works if {
	facts := from_base({"/entry/state": "existing", "/recipient_object/forest_is_origin": "no"})
	inference.made_before_move_assumed == {"established_before_move"} with input as facts
}

test_made_before_the_move_as_declared if {
	facts := from_base({"/entry/state": "existing", "/entry/established_before_move": false})
	inference.made_before_move_assumed == set() with input as facts
}

test_made_before_the_move_is_no_question_of_a_planned_entry if {
	inference.made_before_move_assumed == set() with input as base
}

test_made_before_the_move_is_no_question_without_a_move if {
	inference.made_before_move_assumed == set() with input as on(to_cloud, {"/entry/state": "existing"})
}

away_from_home := {"/entry/present_in/home": false}

test_send_as_at_home_listed if {
	inference.send_as_at_home == "yes" with input as base
}

test_send_as_at_home_travelled if {
	inference.send_as_at_home == "yes" with input as on(from_base(travelled), away_from_home)
}

test_send_as_at_home_did_not_travel_on_premises if {
	inference.send_as_at_home == "no" with input as on(on(to_cloud, travelled), away_from_home)
}

test_send_as_at_home_unknown if {
	inference.send_as_at_home == "unknown" with input as on(from_base(away_from_home), {"/entry/unknown_in/home": true})
}

test_send_as_at_home_missing if {
	inference.send_as_at_home == "no" with input as from_base(away_from_home)
}

test_send_as_in_batch_target_listed if {
	inference.send_as_in_batch_target == "yes" with input as from_base({"/entry/present_in/batch_target": true})
}

test_send_as_in_batch_target_travelled_to_the_origin if {
	inference.send_as_in_batch_target == "yes" with input as from_base(travelled)
}

test_send_as_in_batch_target_did_not_travel_to_another_forest if {
	facts := on(from_base(travelled), {"/batch/target_is_recipient_origin": "no"})
	inference.send_as_in_batch_target == "no" with input as facts
}

test_send_as_in_batch_target_travelled_to_the_cloud if {
	facts := on(from_base(travelled), {"/batch": {"target": "cloud", "target_is_recipient_origin": "no"}})
	inference.send_as_in_batch_target == "yes" with input as facts
}

test_send_as_in_batch_target_unknown if {
	inference.send_as_in_batch_target == "unknown" with input as from_base({"/entry/unknown_in/batch_target": true})
}

test_send_as_in_batch_target_missing if {
	inference.send_as_in_batch_target == "no" with input as base
}

test_pair_send_as_listed if {
	facts := from_base({"/pair/send_as/listed_in_acting_forest": true, "/pair/send_as/unknown_in_acting_forest": true})
	inference.pair_send_as_in_acting_forest == "yes" with input as facts
}

test_pair_send_as_travelled if {
	inference.pair_send_as_in_acting_forest == "yes" with input as from_base({"/pair/send_as/established_before_move": true})
}

test_pair_send_as_did_not_travel if {
	facts := on(to_cloud, {"/pair/send_as/established_before_move": true})
	inference.pair_send_as_in_acting_forest == "no" with input as facts
}

test_pair_send_as_unknown if {
	facts := from_base({"/pair/send_as/unknown_in_acting_forest": true})
	inference.pair_send_as_in_acting_forest == "unknown" with input as facts
}

test_pair_send_as_missing if {
	facts := from_base({"/pair/holds_send_as/listed_in_acting_forest": true})
	inference.pair_send_as_in_acting_forest == "no" with input as facts
}

test_held_send_as_listed if {
	facts := from_base({"/pair/holds_send_as/listed_in_acting_forest": true})
	inference.held_send_as_in_acting_forest == "yes" with input as facts
}

# Send on Behalf

test_send_on_behalf_listed if {
	facts := from_base({"/entry/present_in/acting_forest": true})
	inference.send_on_behalf_in_acting_forest == {"answer": "yes", "cause": "present", "assumed": set()} with input as facts
}

test_send_on_behalf_travelled if {
	facts := from_base(travelled)
	inference.send_on_behalf_in_acting_forest == {"answer": "yes", "cause": "present", "assumed": set()} with input as facts
}

test_send_on_behalf_unknown if {
	facts := from_base({"/entry/unknown_in/acting_forest": true})
	inference.send_on_behalf_in_acting_forest == {"answer": "unknown", "cause": "not_exported", "assumed": set()} with input as facts
}

test_send_on_behalf_unknown_where_nobody_works if {
	inference.send_on_behalf_in_acting_forest == {
		"answer": "unknown",
		"cause": "no_acting_forest",
		"assumed": set(),
	} with input as from_base(nobody_works)
}

managed_in_cloud := {
	"/recipient/exchange_attributes_managed_in": "cloud",
	"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true,
}

test_send_on_behalf_of_a_cloud_managed_owner_is_never_carried if {
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "managed_in_cloud",
		"assumed": set(),
	} with input as from_base(managed_in_cloud)
}

test_send_on_behalf_of_a_cloud_managed_owner_by_hand if {
	facts := on(from_base(managed_in_cloud), {"/entry/present_in/acting_forest": true})
	inference.send_on_behalf_in_acting_forest.answer == "yes" with input as facts
}

test_send_on_behalf_of_an_on_premises_owner_is_not_managed_in_cloud if {
	facts := on(to_cloud, {"/recipient/exchange_attributes_managed_in": "cloud"})
	inference.send_on_behalf_in_acting_forest.answer == "yes" with input as facts
}

test_send_on_behalf_missing_on_the_same_side if {
	facts := on(to_cloud, {
		"/acting": {"side": "on_premises", "direction": "same"},
		"/entry/present_in": {"acting_forest": false, "home": false, "cloud": true, "on_premises": false},
	})
	inference.send_on_behalf_in_acting_forest == {"answer": "no", "cause": "not_present", "assumed": set()} with input as facts
}

test_send_on_behalf_missing_between_on_premises_forests if {
	facts := on(to_cloud, {"/acting": {"side": "on_premises", "direction": "on_premises_to_on_premises"}})
	inference.send_on_behalf_in_acting_forest.answer == "no" with input as facts
}

# From on-premises to the cloud

test_send_on_behalf_is_synchronized_to_the_cloud if {
	inference.send_on_behalf_in_acting_forest == {
		"answer": "yes",
		"cause": "synchronized",
		"assumed": set(),
	} with input as to_cloud
}

test_send_on_behalf_is_synchronized_while_the_engine_is_unknown if {
	facts := on(to_cloud, {
		"/organization/directory_sync/declared": false,
		"/organization/directory_sync/entra_connect/declared": false,
	})
	inference.send_on_behalf_in_acting_forest.answer == "yes" with input as facts
}

test_send_on_behalf_is_not_synchronized_without_an_engine if {
	facts := on(to_cloud, {"/organization/directory_sync/entra_connect/declared": false})
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "not_synchronized",
		"assumed": set(),
	} with input as facts
}

test_send_on_behalf_is_not_synchronized_when_the_attribute_is_filtered if {
	facts := on(to_cloud, {"/organization/directory_sync/entra_connect/excludes_public_delegates": true})
	inference.send_on_behalf_in_acting_forest.answer == "no" with input as facts
}

test_send_on_behalf_is_not_synchronized_for_an_owner_out_of_scope if {
	inference.send_on_behalf_in_acting_forest.answer == "no" with input as on(to_cloud, {"/recipient/is_dir_synced": false})
}

test_send_on_behalf_of_a_cloud_owner_made_on_premises_only if {
	facts := from_base({
		"/acting": {"side": "cloud", "direction": "same"},
		"/entry/present_in": {"acting_forest": false, "home": false, "cloud": false, "on_premises": true},
	})
	inference.send_on_behalf_in_acting_forest == {
		"answer": "unknown",
		"cause": "not_exported",
		"assumed": set(),
	} with input as facts
}

on_premises_not_exported := on(to_cloud, {
	"/entry/present_in/on_premises": false,
	"/entry/unknown_in/on_premises": true,
})

test_send_on_behalf_unknown_where_it_would_come_from if {
	inference.send_on_behalf_in_acting_forest.answer == "unknown" with input as on_premises_not_exported
}

test_send_on_behalf_unknown_where_it_would_come_from_but_nothing_carries_it if {
	facts := on(on_premises_not_exported, {"/organization/directory_sync/entra_connect/excludes_public_delegates": true})
	inference.send_on_behalf_in_acting_forest.answer == "no" with input as facts
}

test_send_on_behalf_is_nowhere if {
	inference.send_on_behalf_in_acting_forest.answer == "no" with input as on(to_cloud, {"/entry/present_in/on_premises": false})
}

# From the cloud to on-premises

test_send_on_behalf_is_written_back if {
	facts := from_base({"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true})
	inference.send_on_behalf_in_acting_forest == {
		"answer": "yes",
		"cause": "written_back",
		"assumed": set(),
	} with input as facts
}

test_send_on_behalf_is_not_written_back if {
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "write_back_off",
		"assumed": set(),
	} with input as base
}

test_send_on_behalf_assumed_to_be_off_and_new if {
	facts := on(
		json.remove(base, ["organization/directory_sync/entra_connect/exchange_hybrid_deployment"]),
		{"/entry/state": "existing"},
	)
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "write_back_undeclared",
		"assumed": {"exchange_hybrid_deployment", "established_before_move"},
	} with input as facts
}

test_send_on_behalf_unknown_while_the_engine_is if {
	facts := from_base({
		"/organization/directory_sync/declared": false,
		"/organization/directory_sync/entra_connect/declared": false,
	})
	inference.send_on_behalf_in_acting_forest.answer == "unknown" with input as facts
}

test_send_on_behalf_of_a_group_is_not_written_back if {
	facts := from_base({
		"/recipient/mailbox": false,
		"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true,
	})
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "owner_is_no_mailbox",
		"assumed": set(),
	} with input as facts
}

# Switching write-back on would not help an entry that is not in the cloud.
test_send_on_behalf_that_is_not_in_the_cloud if {
	facts := on(
		json.remove(base, ["organization/directory_sync/entra_connect/exchange_hybrid_deployment"]),
		{"/entry/present_in/cloud": false},
	)
	inference.send_on_behalf_in_acting_forest == {
		"answer": "no",
		"cause": "not_in_cloud",
		"assumed": set(),
	} with input as facts
}

cloud_not_exported := {"/entry/present_in/cloud": false, "/entry/unknown_in/cloud": true}

test_send_on_behalf_unknown_in_the_cloud if {
	facts := on(from_base(cloud_not_exported), {"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true})
	inference.send_on_behalf_in_acting_forest == {
		"answer": "unknown",
		"cause": "not_exported",
		"assumed": set(),
	} with input as facts
}

test_send_on_behalf_unknown_in_the_cloud_but_not_written_back if {
	inference.send_on_behalf_in_acting_forest.cause == "write_back_off" with input as from_base(cloud_not_exported)
}

test_x500_write_back if {
	inference.x500_write_back == {"answer": "no", "assumed": set()} with input as base
}

# Cmdlets

test_cmdlet_of_a_mailbox if {
	inference.send_on_behalf_cmdlet == "Set-Mailbox" with input as base
}

test_cmdlet_for_what_stands_for_a_mailbox if {
	inference.send_on_behalf_cmdlet_elsewhere == "Set-MailUser" with input as base
}

test_cmdlet_of_everything_else_anywhere if {
	every type, cmdlet in inference.send_on_behalf_cmdlets {
		facts := from_base({"/recipient/type": type, "/recipient/mailbox": false})
		inference.send_on_behalf_cmdlet == cmdlet with input as facts
		inference.send_on_behalf_cmdlet_elsewhere == cmdlet with input as facts
	}
}

# Outlook delegates

test_derivation_declared if {
	inference.derivation_assumed == set() with input as base
}

test_derivation_assumed if {
	inference.derivation_assumed == {"send_on_behalf"} with input as from_base({"/entry/derived_by_default": true})
}

cell_facts(type, version) := {
	"recipient": {"type": type, "home": "on_premises"},
	"entry": {"permission": "full_access"},
	"home_forest": {"exchange_version": version},
}

test_recipient_cell if {
	inference.recipient_cell == "-" with input as cell_facts("mail_user", "2013")
	inference.recipient_cell == "P" with input as cell_facts("mail_user", "2016")
	inference.recipient_cell == "E" with input as cell_facts("user_mailbox", "2013")
}
