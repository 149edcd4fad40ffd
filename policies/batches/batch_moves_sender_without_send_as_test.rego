package hybridlint.batches.batch_moves_sender_without_send_as_test

import data.hybridlint.batches.batch_moves_sender_without_send_as as rule
import rego.v1

# A person moves to the cloud, the mailbox stays.
entry := {
	"entry": {
		"permission": "send_as",
		"inherited": false,
		"present_in": {"home": true, "batch_target": false},
		"unknown_in": {"home": false, "batch_target": false},
	},
	"recipient": {"home": "on_premises", "type": "shared_mailbox"},
	"delegate": {"group": false},
	"batch": {"target": "cloud", "target_is_recipient_origin": "no", "moves_away": true, "entry_travels_to_target": false},
}

vars(who, trouble) := {"people": who, "permission_there": who, "trouble": trouble}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_missing if {
	rule.finding == {{"at": ["members"], "vars": vars("individual", "missing")}} with input as entry
}

test_of_a_group_people_move if {
	rule.finding == {{"at": ["members"], "vars": vars("group", "missing")}} with input as changed("/delegate/group", true)
}

test_unknown_is_nothing_to_rely_on if {
	count(rule.finding) == 1 with input as changed("/entry/unknown_in/batch_target", true)
}

test_not_when_present_in_the_target if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/batch_target", true)
}

test_not_when_the_entry_travelled_long_ago if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/recipient", "value": {"home": "cloud", "provisioned_by": "migration"}},
		{"op": "replace", "path": "/batch/target", "value": "on_premises"},
		{"op": "replace", "path": "/batch/target_is_recipient_origin", "value": "yes"},
		{"op": "add", "path": "/entry/established_before_move", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}

travels := changed("/batch/entry_travels_to_target", true)

test_not_when_the_entry_travels_with_the_recipient if {
	count(rule.finding) == 0 with input as travels
}

test_an_inherited_entry_does_not_travel if {
	facts := json.patch(travels, [{"op": "add", "path": "/entry/inherited", "value": true}])
	count(rule.finding) == 1 with input as facts
}

test_an_entry_that_is_not_at_home_does_not_travel if {
	facts := json.patch(travels, [{"op": "add", "path": "/entry/present_in/home", "value": false}])
	count(rule.finding) == 1 with input as facts
}

test_a_microsoft_365_group_refuses_on_premises_senders if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/recipient", "value": {"home": "cloud", "type": "m365_group"}},
		{"op": "add", "path": "/batch/target", "value": "on_premises"},
		{"op": "add", "path": "/entry/present_in/batch_target", "value": true},
	])
	rule.finding == {{"at": ["members"], "vars": vars("individual", "refused")}} with input as facts
}

test_not_when_the_sender_stays_or_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/moves_away", false)
}

test_not_for_full_access if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
