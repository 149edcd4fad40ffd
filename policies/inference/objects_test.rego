package hybridlint.inference.objects_test

import data.hybridlint.inference.objects
import rego.v1

# A mailbox that was moved to the cloud, and what the forest that it came from knows of it.
migrated := {
	"type": "user_mailbox",
	"home": "cloud",
	"provisioned_by": "migration",
	"group": false,
	"resource_mailbox": false,
}

origin_object := {
	"at_home": false,
	"in_cloud": false,
	"forest_is_origin": "yes",
	"created_with_aclable_switch": false,
	"moved_before_aclable_enabled": false,
}

forest := {"exchange_version": "2019", "cumulative_update": 14, "aclable_synced_object_enabled": true}

recipient(facts) := object_with(migrated, facts)

seen(facts) := object_with(origin_object, facts)

running(facts) := object_with(forest, facts)

object_with(facts, others) := json.patch(facts, [{"op": "add", "path": name, "value": value} | some name, value in others])

on_premises := {"type": "user_mailbox", "home": "on_premises", "group": false, "resource_mailbox": false}

in_cloud := seen({"in_cloud": true, "forest_is_origin": "no"})

undeclared := {"declared": false, "entra_connect": {"declared": false}, "cloud_sync": {"declared": false}}

entra_connect(facts) := {
	"declared": true,
	"entra_connect": object.union({"declared": true}, facts),
	"cloud_sync": {"declared": false},
}

no_engine := {"declared": true, "entra_connect": {"declared": false}, "cloud_sync": {"declared": false}}

m365_group := {"type": "m365_group", "home": "cloud", "group": true, "resource_mailbox": false}

test_m365_group_may_be_written_back if {
	objects.exists(m365_group, origin_object, entra_connect({"group_writeback": true})) == "unknown"
	objects.existence_assumed(m365_group, origin_object, entra_connect({"group_writeback": true})) == set()
}

test_m365_group_is_not_written_back if {
	objects.exists(m365_group, origin_object, entra_connect({"group_writeback": false})) == "no"
	objects.existence_assumed(m365_group, origin_object, entra_connect({"group_writeback": false})) == set()
	objects.exists(m365_group, origin_object, no_engine) == "no"
	objects.existence_assumed(m365_group, origin_object, no_engine) == set()
}

test_m365_group_without_a_word_of_group_writeback if {
	objects.exists(m365_group, origin_object, entra_connect({})) == "no"
	objects.existence_assumed(m365_group, origin_object, entra_connect({})) == {"group_writeback"}
	objects.existence_assumed(m365_group, origin_object, undeclared) == {"group_writeback"}
}

test_object_of_a_m365_group_is_declared if {
	objects.exists(m365_group, seen({"exists": false}), undeclared) == "no"
	objects.existence_assumed(m365_group, seen({"exists": false}), undeclared) == set()
	objects.exists(m365_group, seen({"exists": true}), undeclared) == "yes"
}

test_other_groups_are_never_written_back if {
	group := object_with(m365_group, {"type": "distribution_group"})
	objects.exists(group, origin_object, entra_connect({"group_writeback": true})) == "no"
	objects.existence_assumed(group, origin_object, undeclared) == set()
}

test_exists_at_home if {
	objects.exists(migrated, seen({"at_home": true, "exists": false}), undeclared) == "yes"
}

test_exists_as_declared if {
	objects.exists(recipient({"provisioned_by": "cloud_direct"}), seen({"exists": true}), undeclared) == "yes"
}

test_exists_not_as_declared if {
	objects.exists(migrated, seen({"exists": false}), undeclared) == "no"
}

test_exists_in_cloud_by_synchronization if {
	objects.exists(on_premises, in_cloud, undeclared) == "yes"
}

test_exists_not_in_cloud_out_of_scope if {
	objects.exists(object_with(on_premises, {"is_dir_synced": false}), in_cloud, undeclared) == "no"
}

test_exists_unknown_between_on_premises_forests if {
	objects.exists(on_premises, seen({"forest_is_origin": "no"}), undeclared) == "unknown"
}

test_exists_not_of_a_cloud_group if {
	objects.exists(recipient({"group": true}), origin_object, undeclared) == "no"
}

test_exists_not_in_another_forest_than_the_origin if {
	objects.exists(migrated, seen({"forest_is_origin": "no"}), undeclared) == "no"
}

test_exists_not_of_a_mailbox_made_in_the_cloud if {
	objects.exists(recipient({"provisioned_by": "cloud_direct"}), origin_object, undeclared) == "no"
}

test_exists_not_of_a_mailbox_made_in_the_cloud_with_unknown_origin if {
	objects.exists(recipient({"provisioned_by": "cloud_direct"}), seen({"forest_is_origin": "unknown"}), undeclared) == "unknown"
}

test_exists_unknown_with_unknown_origin if {
	objects.exists(migrated, seen({"forest_is_origin": "unknown"}), undeclared) == "unknown"
}

test_exists_in_the_origin if {
	every how in ["migration", "new_remote_mailbox", "enable_remote_mailbox"] {
		objects.exists(recipient({"provisioned_by": how}), origin_object, undeclared) == "yes"
	}
}

test_exists_unknown_when_nobody_says_how_it_was_made if {
	objects.exists(json.remove(migrated, ["provisioned_by"]), origin_object, undeclared) == "unknown"
}

test_synchronized_by_default if {
	objects.synchronized(on_premises) == "yes"
}

test_synchronized_as_declared if {
	objects.synchronized(object_with(on_premises, {"is_dir_synced": false})) == "no"
	objects.synchronized(recipient({"is_dir_synced": true})) == "yes"
}

test_synchronized_not_without_mail if {
	every type in ["user_account", "security_group"] {
		objects.synchronized(object_with(on_premises, {"type": type, "is_dir_synced": true})) == "no"
	}
}

test_synchronized_not_a_dynamic_distribution_group if {
	objects.synchronized(object_with(on_premises, {"type": "dynamic_distribution_group"})) == "no"
}

test_synchronized_a_dynamic_distribution_group_as_declared if {
	group := object_with(on_premises, {"type": "dynamic_distribution_group", "is_dir_synced": true})
	objects.synchronized(group) == "yes"
}

test_synchronized_unknown_of_a_cloud_recipient if {
	objects.synchronized(migrated) == "unknown"
}

test_aclable_unknown_at_home if {
	objects.aclable(migrated, seen({"at_home": true}), forest) == {"answer": "unknown", "assumed": set()}
}

test_aclable_by_display_type if {
	every display_type in [-1073741818, -1073740282, 1073741824] {
		facts := seen({"recipient_display_type": display_type})
		objects.aclable(migrated, facts, running({"aclable_synced_object_enabled": false})).answer == "yes"
	}
}

test_aclable_not_by_display_type if {
	every display_type in [-2147483642, -2147481850, -2147482106] {
		objects.aclable(migrated, seen({"recipient_display_type": display_type}), forest).answer == "no"
	}
}

test_aclable_by_display_type_in_cloud if {
	objects.aclable(on_premises, object_with(in_cloud, {"recipient_display_type": -2147483642}), {}).answer == "no"
}

test_aclable_by_display_type_outside_the_origin if {
	facts := seen({"forest_is_origin": "no", "recipient_display_type": -1073741818})
	objects.aclable(recipient({"resource_mailbox": true}), facts, forest).answer == "yes"
}

test_aclable_in_cloud if {
	objects.aclable(on_premises, in_cloud, {}) == {"answer": "yes", "assumed": set()}
}

test_aclable_not_a_resource if {
	objects.aclable(recipient({"resource_mailbox": true}), origin_object, forest).answer == "no"
}

test_aclable_not_a_resource_outside_the_origin if {
	objects.aclable(recipient({"resource_mailbox": true}), seen({"forest_is_origin": "no"}), forest).answer == "no"
}

test_aclable_unknown_of_a_group if {
	objects.aclable(recipient({"group": true}), origin_object, forest).answer == "unknown"
}

test_aclable_unknown_outside_the_origin if {
	every origin in ["no", "unknown"] {
		objects.aclable(migrated, seen({"forest_is_origin": origin}), forest).answer == "unknown"
	}
}

test_aclable_unknown_without_a_forest if {
	objects.aclable(migrated, json.remove(origin_object, ["forest_is_origin"]), forest).answer == "unknown"
}

test_aclable_stamped_by_the_move if {
	objects.aclable(migrated, origin_object, forest) == {"answer": "yes", "assumed": set()}
}

test_aclable_not_before_exchange_2013 if {
	every version in ["2003", "2007", "2010"] {
		old := {"exchange_version": version}
		objects.aclable(migrated, origin_object, old) == {"answer": "no", "assumed": set()}
	}
}

test_aclable_not_before_cu10_of_2013 if {
	objects.aclable(migrated, origin_object, running({"exchange_version": "2013", "cumulative_update": 9})).answer == "no"
}

test_aclable_since_cu10_of_2013 if {
	objects.aclable(migrated, origin_object, running({"exchange_version": "2013", "cumulative_update": 10})).answer == "yes"
}

test_aclable_2013_without_a_known_update_is_new_enough if {
	facts := {"exchange_version": "2013", "aclable_synced_object_enabled": true}
	objects.aclable(migrated, origin_object, facts).answer == "yes"
}

test_aclable_not_when_the_setting_is_off if {
	facts := running({"aclable_synced_object_enabled": false})
	objects.aclable(migrated, origin_object, facts) == {"answer": "no", "assumed": set()}
}

test_aclable_not_when_moved_before_the_setting if {
	objects.aclable(migrated, seen({"moved_before_aclable_enabled": true}), forest).answer == "no"
}

# Declaring the setting could not help a mailbox that moved before it was enabled.
test_aclable_nothing_is_assumed_when_moved_before_the_setting if {
	undeclared := json.remove(forest, ["aclable_synced_object_enabled"])
	facts := seen({"moved_before_aclable_enabled": true})
	objects.aclable(migrated, facts, undeclared) == {"answer": "no", "assumed": set()}
}

test_aclable_an_undeclared_setting_is_assumed if {
	undeclared := json.remove(forest, ["aclable_synced_object_enabled"])
	objects.aclable(migrated, origin_object, undeclared) == {"answer": "no", "assumed": {"aclable_synced_object_enabled"}}
}

test_aclable_created_with_the_switch if {
	every how in ["new_remote_mailbox", "enable_remote_mailbox"] {
		facts := seen({"created_with_aclable_switch": true})
		objects.aclable(recipient({"provisioned_by": how}), facts, running({"aclable_synced_object_enabled": false})).answer == "yes"
	}
}

test_aclable_not_created_with_the_switch if {
	every how in ["new_remote_mailbox", "enable_remote_mailbox"] {
		objects.aclable(recipient({"provisioned_by": how}), origin_object, forest) == {"answer": "no", "assumed": set()}
	}
}

test_aclable_unknown_when_nobody_says_how_it_was_made if {
	objects.aclable(json.remove(migrated, ["provisioned_by"]), origin_object, forest).answer == "unknown"
}

test_aclable_unknown_of_a_mailbox_made_in_the_cloud if {
	objects.aclable(recipient({"provisioned_by": "cloud_direct"}), origin_object, forest).answer == "unknown"
}

test_the_forest_can_have_the_setting if {
	every version in ["2016", "2019", "SE"] {
		objects.has_aclable_setting({"exchange_version": version})
	}
	objects.has_aclable_setting({"exchange_version": "2013", "cumulative_update": 10})
}

test_the_forest_cannot_have_the_setting if {
	not objects.has_aclable_setting({"exchange_version": "2010"})
	not objects.has_aclable_setting({"exchange_version": "2013", "cumulative_update": 9})
	not objects.has_aclable_setting({"exchange_version": "2013"})
	not objects.has_aclable_setting({})
}
