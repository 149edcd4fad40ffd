package hybridlint.send_on_behalf.send_on_behalf_not_written_back_test

import data.hybridlint.send_on_behalf.send_on_behalf_not_written_back as rule
import rego.v1

# An owner who was moved to the cloud names a delegate in corp, while write-back is off.
entry := {
	"organization": {
		"offering": "multi_tenant",
		"directory_sync": {
			"declared": true,
			"entra_connect": {
				"declared": true,
				"version": {"major": 2, "minor": 4, "build": 131, "revision": 0},
				"exchange_hybrid_deployment": false,
			},
			"cloud_sync": {"declared": false},
		},
	},
	"entry": {
		"permission": "send_on_behalf",
		"state": "planned",
		"derived_by_default": false,
		"present_in": {"acting_forest": false, "cloud": true, "on_premises": false},
		"unknown_in": {"acting_forest": false, "cloud": false, "on_premises": false},
	},
	"recipient": {"home": "cloud", "provisioned_by": "migration", "mailbox": true},
	"recipient_object": {"forest_is_origin": "yes"},
	"acting": {"side": "on_premises"},
	"pair": {"send_as": {
		"listed_in_acting_forest": false,
		"unknown_in_acting_forest": false,
		"established_before_move": false,
	}},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

changed(path, value) := on(entry, {path: value})

cause(word) := {{"at": ["delegate"], "vars": {"cause": word, "set_cmdlet": "Set-MailUser"}, "assumed": set()}}

undeclared := json.remove(entry, ["organization/directory_sync/entra_connect/exchange_hybrid_deployment"])

test_write_back_is_off if {
	rule.finding == cause("write_back_off") with input as entry
}

test_write_back_is_off_by_default if {
	rule.finding == {{
		"at": ["delegate"],
		"vars": {"cause": "write_back_undeclared", "set_cmdlet": "Set-MailUser"},
		"assumed": {"exchange_hybrid_deployment"},
	}} with input as undeclared
}

test_entra_connect_is_too_old if {
	old := {"major": 1, "minor": 1, "build": 371, "revision": 0}
	facts := on(undeclared, {"/organization/directory_sync/entra_connect/version": old})
	rule.finding == cause("entra_connect_too_old") with input as facts
}

test_cloud_sync_only if {
	facts := on(undeclared, {
		"/organization/directory_sync/entra_connect/declared": false,
		"/organization/directory_sync/cloud_sync": {"declared": true, "exchange_hybrid_writeback": true},
	})
	rule.finding == cause("cloud_sync_only") with input as facts
}

test_nothing_is_synchronized if {
	facts := on(undeclared, {"/organization/directory_sync/entra_connect/declared": false})
	rule.finding == cause("no_synchronization") with input as facts
}

test_the_owner_is_a_group if {
	facts := on(entry, {
		"/recipient/type": "distribution_group",
		"/recipient/mailbox": false,
		"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true,
	})
	rule.finding == {{
		"at": ["delegate"],
		"vars": {"cause": "owner_is_no_mailbox", "set_cmdlet": "Set-DistributionGroup"},
		"assumed": set(),
	}} with input as facts
}

test_the_owner_is_managed_in_the_cloud if {
	facts := on(entry, {
		"/recipient/exchange_attributes_managed_in": "cloud",
		"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true,
	})
	rule.finding == cause("managed_in_cloud") with input as facts
}

test_the_entry_is_in_another_forest_only if {
	facts := on(entry, {
		"/entry/present_in": {"acting_forest": false, "cloud": false, "on_premises": true},
		"/organization/directory_sync/entra_connect/exchange_hybrid_deployment": true,
	})
	rule.finding == cause("not_in_cloud") with input as facts
}

test_an_existing_entry_may_be_older_than_the_move if {
	rule.finding == {{
		"at": ["delegate"],
		"vars": {"cause": "write_back_off", "set_cmdlet": "Set-MailUser"},
		"assumed": {"established_before_move"},
	}} with input as changed("/entry/state", "existing")
}

test_a_derived_grant_may_not_be_meant if {
	rule.finding == {{
		"at": ["delegate"],
		"vars": {"cause": "write_back_off", "set_cmdlet": "Set-MailUser"},
		"assumed": {"send_on_behalf"},
	}} with input as changed("/entry/derived_by_default", true)
}

test_not_when_set_by_hand if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/acting_forest", true)
}

test_not_when_made_before_the_owner_moved if {
	count(rule.finding) == 0 with input as changed("/entry/established_before_move", true)
}

test_not_when_written_back if {
	facts := changed("/organization/directory_sync/entra_connect/exchange_hybrid_deployment", true)
	count(rule.finding) == 0 with input as facts
}

test_not_while_the_engine_is_unknown if {
	facts := on(entry, {
		"/organization/directory_sync/declared": false,
		"/organization/directory_sync/entra_connect/declared": false,
	})
	count(rule.finding) == 0 with input as facts
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

test_not_in_a_dedicated_tenant if {
	count(rule.finding) == 0 with input as changed("/organization/offering", "dedicated_itar")
}

test_not_for_a_delegate_in_the_cloud if {
	facts := on(entry, {"/acting/side": "cloud", "/entry/present_in/cloud": false})
	count(rule.finding) == 0 with input as facts
}

test_not_for_an_on_premises_owner if {
	facts := on(entry, {"/recipient/home": "on_premises", "/entry/present_in/cloud": false})
	count(rule.finding) == 0 with input as facts
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}

test_not_while_the_engine_is_unknown_although_managed_in_cloud if {
	managed_in_cloud := {"/recipient/exchange_attributes_managed_in": "cloud"}
	count(rule.finding) == 1 with input as on(entry, managed_in_cloud)
	unknown := {"declared": false, "entra_connect": {"declared": false}, "cloud_sync": {"declared": false}}
	facts := on(on(entry, managed_in_cloud), {"/organization/directory_sync": unknown})
	count(rule.finding) == 0 with input as facts
}
