package hybridlint.send_on_behalf.send_on_behalf_dedicated_manual_test

import data.hybridlint.send_on_behalf.send_on_behalf_dedicated_manual as rule
import rego.v1

# A dedicated tenant: the switch of Entra Connect is on, and does not help.
entry := {
	"organization": {
		"offering": "dedicated_itar",
		"directory_sync": {
			"declared": true,
			"entra_connect": {"declared": true, "exchange_hybrid_deployment": true},
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
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_dedicated if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as entry
}

test_dedicated_without_a_known_engine if {
	facts := changed("/organization/directory_sync", {"declared": false})
	count(rule.finding) == 1 with input as facts
}

# The catalog lowers this rule for the derivation only.
test_an_existing_entry_is_not_lowered if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as changed("/entry/state", "existing")
}

test_a_derived_grant_may_not_be_meant if {
	rule.finding == {{
		"at": ["delegate"],
		"assumed": {"send_on_behalf"},
	}} with input as changed("/entry/derived_by_default", true)
}

test_not_in_a_multi_tenant if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/organization/offering", "value": "multi_tenant"},
		{"op": "replace", "path": "/organization/directory_sync/entra_connect/exchange_hybrid_deployment", "value": false},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_when_present if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/acting_forest", true)
}

test_not_when_made_before_the_owner_moved if {
	count(rule.finding) == 0 with input as changed("/entry/established_before_move", true)
}

test_not_when_nobody_looked if {
	count(rule.finding) == 0 with input as changed("/entry/unknown_in/acting_forest", true)
}

test_not_for_an_on_premises_owner if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}

test_not_for_a_delegate_in_the_cloud if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/acting/side", "value": "cloud"},
		{"op": "replace", "path": "/entry/present_in/cloud", "value": false},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
