package hybridlint.send_as.send_as_missing_in_sender_forest_test

import data.hybridlint.send_as.send_as_missing_in_sender_forest as rule
import rego.v1

# A sender on-premises; the mailbox moved to the cloud, and the entry is there only.
entry := {
	"entry": {
		"permission": "send_as",
		"state": "planned",
		"present_in": {"acting_forest": false, "home": true},
		"unknown_in": {"acting_forest": false, "home": false},
	},
	"recipient": {"home": "cloud", "provisioned_by": "migration"},
	"recipient_object": {"forest_is_origin": "yes"},
	"acting": {"side": "on_premises"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_missing if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as entry
}

test_missing_on_the_same_side if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/acting/side", "value": "cloud"},
		{"op": "replace", "path": "/entry/present_in/home", "value": false},
	])
	count(rule.finding) == 1 with input as facts
}

test_an_existing_entry_may_be_older_than_the_move if {
	facts := changed("/entry/state", "existing")
	rule.finding == {{"at": ["delegate"], "assumed": {"established_before_move"}}} with input as facts
}

test_not_when_present if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/acting_forest", true)
}

test_not_when_made_before_the_recipient_moved if {
	count(rule.finding) == 0 with input as changed("/entry/established_before_move", true)
}

test_when_made_before_only_the_delegate_moved if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/entry/established_before_move", "value": true},
		{"op": "replace", "path": "/recipient/home", "value": "on_premises"},
		{"op": "remove", "path": "/recipient/provisioned_by"},
		{"op": "replace", "path": "/acting/side", "value": "cloud"},
	])
	count(rule.finding) == 1 with input as facts
}

test_not_when_nobody_looked if {
	count(rule.finding) == 0 with input as changed("/entry/unknown_in/acting_forest", true)
}

test_not_for_a_group_without_declared_members if {
	count(rule.finding) == 0 with input as changed("/acting", {})
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}
