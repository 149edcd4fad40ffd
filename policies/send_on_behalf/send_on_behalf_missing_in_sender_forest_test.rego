package hybridlint.send_on_behalf.send_on_behalf_missing_in_sender_forest_test

import data.hybridlint.send_on_behalf.send_on_behalf_missing_in_sender_forest as rule
import rego.v1

# An on-premises owner with a delegate in the cloud, while publicDelegates are filtered out of the synchronization.
entry := {
	"organization": {
		"offering": "multi_tenant",
		"directory_sync": {
			"declared": true,
			"entra_connect": {"declared": true, "excludes_public_delegates": true},
			"cloud_sync": {"declared": false, "excludes_public_delegates": false},
		},
	},
	"entry": {
		"permission": "send_on_behalf",
		"state": "planned",
		"derived_by_default": false,
		"present_in": {"acting_forest": false, "cloud": false, "on_premises": true},
		"unknown_in": {"acting_forest": false, "cloud": false, "on_premises": false},
	},
	"recipient": {"type": "user_mailbox", "home": "on_premises", "mailbox": true},
	"recipient_object": {"forest_is_origin": "no"},
	"acting": {"side": "cloud"},
	"pair": {"send_as": {
		"listed_in_acting_forest": false,
		"unknown_in_acting_forest": false,
		"established_before_move": false,
	}},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

changed(path, value) := on(entry, {path: value})

missing(assumed) := {{"at": ["delegate"], "vars": {"set_cmdlet": "Set-Mailbox", "set_cmdlet_elsewhere": "Set-MailUser"}, "assumed": assumed}}

# An owner in the cloud whose entry was declared on-premises only; the delegate is in the cloud too.
in_cloud := on(entry, {
	"/recipient/home": "cloud",
	"/recipient/provisioned_by": "migration",
	"/recipient/is_dir_synced": true,
})

test_filtered_out if {
	rule.finding == missing(set()) with input as entry
}

test_nothing_is_synchronized if {
	facts := on(entry, {
		"/organization/directory_sync/entra_connect/declared": false,
		"/organization/directory_sync/entra_connect/excludes_public_delegates": false,
	})
	rule.finding == missing(set()) with input as facts
}

test_the_owner_is_out_of_scope if {
	facts := on(entry, {
		"/organization/directory_sync/entra_connect/excludes_public_delegates": false,
		"/recipient/is_dir_synced": false,
	})
	rule.finding == missing(set()) with input as facts
}

test_between_on_premises_forests if {
	rule.finding == missing(set()) with input as changed("/acting/side", "on_premises")
}

test_in_the_wrong_place_on_the_same_side if {
	rule.finding == missing(set()) with input as in_cloud
}

test_an_existing_entry_may_be_older_than_the_move if {
	rule.finding == missing({"established_before_move"}) with input as on(in_cloud, {"/entry/state": "existing"})
}

test_a_derived_grant_may_not_be_meant if {
	rule.finding == missing({"send_on_behalf"}) with input as changed("/entry/derived_by_default", true)
}

test_not_when_synchronized if {
	facts := changed("/organization/directory_sync/entra_connect/excludes_public_delegates", false)
	count(rule.finding) == 0 with input as facts
}

test_not_while_the_engine_is_unknown if {
	facts := on(entry, {
		"/organization/directory_sync/declared": false,
		"/organization/directory_sync/entra_connect/declared": false,
	})
	count(rule.finding) == 0 with input as facts
}

test_not_while_the_engine_is_unknown_whatever_is_declared if {
	facts := on(entry, {"/organization/directory_sync/declared": false, "/recipient/is_dir_synced": false})
	count(rule.finding) == 0 with input as facts
}

test_not_when_present if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/acting_forest", true)
}

test_not_when_made_before_the_owner_moved if {
	count(rule.finding) == 0 with input as on(in_cloud, {"/entry/established_before_move": true})
}

test_not_when_nobody_looked if {
	count(rule.finding) == 0 with input as changed("/entry/unknown_in/acting_forest", true)
}

test_not_beside_send_as if {
	count(rule.finding) == 0 with input as changed("/pair/send_as/listed_in_acting_forest", true)
}

test_not_beside_send_as_that_nobody_looked_at if {
	count(rule.finding) == 0 with input as changed("/pair/send_as/unknown_in_acting_forest", true)
}

test_not_from_a_cloud_owner_to_on_premises if {
	facts := on(in_cloud, {"/acting/side": "on_premises", "/recipient_object/forest_is_origin": "no"})
	count(rule.finding) == 0 with input as facts
}

test_not_for_a_group_without_declared_members if {
	count(rule.finding) == 0 with input as changed("/acting", {})
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
