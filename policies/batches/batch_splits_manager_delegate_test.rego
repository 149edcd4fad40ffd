package hybridlint.batches.batch_splits_manager_delegate_test

import data.hybridlint.batches.batch_splits_manager_delegate as rule
import rego.v1

entry := {
	"entry": {"kind": "outlook_delegate"},
	"delegate": {"group": false},
	"batch": {"splits": true, "moves_recipient": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_separated if {
	rule.finding == {{"at": ["members"], "vars": {"people": "individual"}}} with input as entry
}

test_of_a_group_people_stay if {
	rule.finding == {{"at": ["members"], "vars": {"people": "group"}}} with input as changed("/delegate/group", true)
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/splits", false)
}

test_not_for_grants if {
	count(rule.finding) == 0 with input as changed("/entry/kind", "grant")
	count(rule.finding) == 0 with input as changed("/entry/kind", "folder_grant")
}
