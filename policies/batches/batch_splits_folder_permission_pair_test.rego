package hybridlint.batches.batch_splits_folder_permission_pair_test

import data.hybridlint.batches.batch_splits_folder_permission_pair as rule
import rego.v1

entry := {
	"entry": {
		"kind": "folder_grant", "permission": "folder", "named_delegate": true,
		"access_rights": {"declared": true, "Editor": true}, "access_rights_count": 1,
	},
	"delegate": {"group": false},
	"pair": {"outlook_delegate": false},
	"batch": {"parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_parted if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_not_for_default_or_a_group if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_for_an_outlook_delegate if {
	count(rule.finding) == 0 with input as changed("/pair/outlook_delegate", true)
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as changed("/entry/access_rights", {"declared": true, "None": true})
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/parts", false)
}

test_not_for_full_access if {
	count(rule.finding) == 0 with input as changed("/entry", {"kind": "grant", "permission": "full_access"})
}
