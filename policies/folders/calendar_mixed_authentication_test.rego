package hybridlint.folders.calendar_mixed_authentication_test

import data.hybridlint.folders.calendar_mixed_authentication as rule
import rego.v1

sides := {
	"acting": {"direction": "cloud_to_on_premises"},
	"organization": {"modern_auth": true},
	"home_forest": {"modern_auth": false},
}

folder_grant := object.union(sides, {"entry": {"kind": "folder_grant", "permission": "folder", "named_delegate": true, "calendar": true}})

delegate := object.union(sides, {"entry": {"kind": "outlook_delegate"}, "outlook_delegate": {"calendar_right": "Editor"}})

full_access := object.union(sides, {"entry": {"kind": "grant", "permission": "full_access"}})

changed(facts, path, value) := json.patch(facts, [{"op": "replace", "path": path, "value": value}])

test_calendar_access if {
	every facts in [folder_grant, delegate, full_access] {
		rule.finding == {{"at": ["delegate"]}} with input as facts
	}
}

test_not_without_calendar_access if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/calendar", false)
	count(rule.finding) == 0 with input as changed(delegate, "/outlook_delegate/calendar_right", "None")
	count(rule.finding) == 0 with input as changed(full_access, "/entry/permission", "send_as")
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/named_delegate", false)
}

test_not_when_both_are_modern if {
	count(rule.finding) == 0 with input as changed(full_access, "/home_forest/modern_auth", true)
}

test_not_when_both_are_legacy if {
	count(rule.finding) == 0 with input as changed(full_access, "/organization/modern_auth", false)
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(full_access, ["home_forest/modern_auth"])
	count(rule.finding) == 0 with input as json.remove(full_access, ["organization/modern_auth"])
}

test_not_in_another_direction if {
	every direction in ["same", "on_premises_to_cloud", "on_premises_to_on_premises"] {
		count(rule.finding) == 0 with input as changed(full_access, "/acting/direction", direction)
	}
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(folder_grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
