package hybridlint.folders.folder_permission_redundant_with_full_access_test

import data.hybridlint.folders.folder_permission_redundant_with_full_access as rule
import rego.v1

grant := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"calendar": false,
		"access_rights": {"declared": true, "Reviewer": true},
		"sharing_permission_flags": {"declared": false},
	},
	"recipient": {"home": "on_premises"},
	"pair": {"holds_full_access": true, "outlook_delegate": false},
}

cloud_calendar := json.patch(grant, [
	{"op": "replace", "path": "/entry/calendar", "value": true},
	{"op": "replace", "path": "/recipient/home", "value": "cloud"},
])

changed(facts, path, value) := json.patch(facts, [{"op": "replace", "path": path, "value": value}])

test_redundant if {
	rule.finding == {{"at": ["delegate"]}} with input as grant
	count(rule.finding) == 1 with input as cloud_calendar
}

test_editor_on_another_folder if {
	count(rule.finding) == 1 with input as changed(grant, "/entry/access_rights", {"declared": true, "Editor": true})
}

test_not_without_full_access if {
	count(rule.finding) == 0 with input as changed(grant, "/pair/holds_full_access", false)
}

test_not_with_the_delegate_flag if {
	count(rule.finding) == 0 with input as changed(grant, "/entry/sharing_permission_flags", {"declared": true, "Delegate": true})
}

test_not_on_an_on_premises_calendar if {
	count(rule.finding) == 0 with input as changed(cloud_calendar, "/recipient/home", "on_premises")
}

test_not_for_editor_on_a_calendar if {
	count(rule.finding) == 0 with input as changed(cloud_calendar, "/entry/access_rights", {"declared": true, "Editor": true})
}

test_not_beside_an_outlook_delegate if {
	count(rule.finding) == 0 with input as changed(grant, "/pair/outlook_delegate", true)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed(grant, "/entry/named_delegate", false)
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
