package hybridlint.folders.scheduling_assistant_ignores_explicit_rights_test

import data.hybridlint.folders.scheduling_assistant_ignores_explicit_rights as rule
import rego.v1

grant := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"calendar": true,
		"expects": {"declared": true, "scheduling_assistant_details": true},
	},
	"acting": {"cross_premises": true},
}

changed(path, value) := json.patch(grant, [{"op": "replace", "path": path, "value": value}])

test_details_expected if {
	rule.finding == {{"at": ["expects"]}} with input as grant
}

test_not_without_the_expectation if {
	count(rule.finding) == 0 with input as changed("/entry/expects/scheduling_assistant_details", false)
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_another_folder if {
	count(rule.finding) == 0 with input as changed("/entry/calendar", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}
