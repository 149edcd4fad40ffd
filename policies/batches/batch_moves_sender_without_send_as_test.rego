package hybridlint.batches.batch_moves_sender_without_send_as_test

import data.hybridlint.batches.batch_moves_sender_without_send_as as rule
import rego.v1

# A person moves to the cloud, the mailbox stays.
entry := {
	"entry": {
		"permission": "send_as",
		"present_in": {"home": true, "batch_target": false},
		"unknown_in": {"home": false, "batch_target": false},
	},
	"recipient": {"home": "on_premises"},
	"delegate": {"group": false},
	"batch": {"target": "cloud", "target_is_recipient_origin": "no", "splits_moved_delegate": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_missing if {
	rule.finding == {{"at": ["members"], "vars": {"people": "individual", "permission_there": "individual"}}} with input as entry
}

test_of_a_group_people_move if {
	rule.finding == {{"at": ["members"], "vars": {"people": "group", "permission_there": "group"}}} with input as changed("/delegate/group", true)
}

test_unknown_is_nothing_to_rely_on if {
	count(rule.finding) == 1 with input as changed("/entry/unknown_in/batch_target", true)
}

test_not_when_present_in_the_target if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/batch_target", true)
}

test_not_when_the_entry_travelled if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/recipient", "value": {"home": "cloud", "provisioned_by": "migration"}},
		{"op": "replace", "path": "/batch/target", "value": "on_premises"},
		{"op": "replace", "path": "/batch/target_is_recipient_origin", "value": "yes"},
		{"op": "add", "path": "/entry/established_before_move", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_when_the_sender_stays_or_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/splits_moved_delegate", false)
}

test_not_for_full_access if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
