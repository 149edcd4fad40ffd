package hybridlint.batches.batch_splits_folder_permission_pair_test

import data.hybridlint.batches.batch_splits_folder_permission_pair as rule
import rego.v1

entry := {
	"entry": {"permission": "folder", "named_delegate": true},
	"delegate": {"group": false},
	"pair": {"outlook_delegate": false},
	"batch": {"splits": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_separated if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/splits", false)
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_for_default_and_anonymous if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}

test_not_for_an_outlook_delegate if {
	count(rule.finding) == 0 with input as changed("/pair/outlook_delegate", true)
}

test_not_for_other_permissions if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
