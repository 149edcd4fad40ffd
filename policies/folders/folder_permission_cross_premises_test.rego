package hybridlint.folders.folder_permission_cross_premises_test

import data.hybridlint.folders.folder_permission_cross_premises as rule
import rego.v1

grant := {
	"entry": {"kind": "folder_grant", "named_delegate": true},
	"acting": {"cross_premises": true},
	"pair": {"outlook_delegate": false},
}

changed(path, value) := json.patch(grant, [{"op": "replace", "path": path, "value": value}])

test_between_the_sides if {
	rule.finding == {{"at": ["delegate"]}} with input as grant
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}

test_not_beside_an_outlook_delegate if {
	count(rule.finding) == 0 with input as changed("/pair/outlook_delegate", true)
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
