package hybridlint.folders.calendar_resource_forest_no_trust_test

import data.hybridlint.folders.calendar_resource_forest_no_trust as rule
import rego.v1

forest := {
	"acting": {"direction": "cloud_to_on_premises"},
	"home_forest": {"is_resource_forest": true, "trusts_logon_forest": false},
	"pair": {"full_access": false},
}

folder_grant := object.union(forest, {"entry": {"kind": "folder_grant", "permission": "folder", "named_delegate": true, "calendar": true}})

delegate := object.union(forest, {"entry": {"kind": "outlook_delegate"}, "outlook_delegate": {"calendar_right": "Reviewer"}})

full_access := object.union(forest, {
	"entry": {"kind": "grant", "permission": "full_access", "access_method": "calendar_only"},
	"pair": {"full_access": true},
})

changed(facts, path, value) := json.patch(facts, [{"op": "replace", "path": path, "value": value}])

test_folder_grant if {
	rule.finding == {{"at": ["delegate"]}} with input as folder_grant
}

test_outlook_delegate if {
	rule.finding == {{"at": ["folder_access_rights"]}} with input as delegate
}

test_calendar_only if {
	rule.finding == {{"at": ["access_method"]}} with input as full_access
}

test_not_with_full_access_beside_it if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/pair/full_access", true)
	count(rule.finding) == 0 with input as changed(delegate, "/pair/full_access", true)
}

test_not_when_the_whole_mailbox_is_opened if {
	count(rule.finding) == 0 with input as changed(full_access, "/entry/access_method", "additional_mailbox")
	count(rule.finding) == 0 with input as json.remove(full_access, ["entry/access_method"])
}

test_not_for_another_folder if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/calendar", false)
}

test_not_without_a_calendar_right if {
	count(rule.finding) == 0 with input as changed(delegate, "/outlook_delegate/calendar_right", "None")
	count(rule.finding) == 0 with input as json.remove(delegate, ["outlook_delegate/calendar_right"])
}

test_not_with_a_trust if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/home_forest/trusts_logon_forest", true)
}

test_not_in_an_account_forest if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/home_forest/is_resource_forest", false)
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(folder_grant, ["home_forest/trusts_logon_forest"])
	count(rule.finding) == 0 with input as json.remove(folder_grant, ["home_forest/is_resource_forest"])
}

test_not_in_another_direction if {
	every direction in ["same", "on_premises_to_cloud", "on_premises_to_on_premises"] {
		count(rule.finding) == 0 with input as changed(folder_grant, "/acting/direction", direction)
	}
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(folder_grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
