package hybridlint.delegates.delegate_owa_free_busy_only_test

import data.hybridlint.delegates.delegate_owa_free_busy_only as rule
import rego.v1

delegate := {
	"entry": {"kind": "outlook_delegate", "clients": {"declared": true, "owa": true}},
	"outlook_delegate": {"calendar_right": "Reviewer"},
	"acting": {"cross_forest": true},
	"pair": {"holds_full_access": false},
}

folder_grant := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"calendar": true,
		"access_rights": {"declared": true, "Editor": true},
		"clients": {"declared": true, "new_outlook_windows": true},
	},
	"acting": {"cross_forest": true},
	"pair": {"holds_full_access": false},
}

changed(facts, path, value) := json.patch(facts, [{"op": "replace", "path": path, "value": value}])

test_outlook_delegate if {
	rule.finding == {{"at": ["clients"], "vars": {"client": {"owa"}}}} with input as delegate
}

test_folder_grant if {
	rule.finding == {{"at": ["clients"], "vars": {"client": {"new_outlook_windows"}}}} with input as folder_grant
}

test_not_with_full_access if {
	count(rule.finding) == 0 with input as changed(delegate, "/pair/holds_full_access", true)
	count(rule.finding) == 0 with input as changed(folder_grant, "/pair/holds_full_access", true)
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as changed(delegate, "/entry/clients", {"declared": false})
}

test_not_for_another_client if {
	count(rule.finding) == 0 with input as changed(delegate, "/entry/clients", {"declared": true, "outlook_windows": true})
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed(delegate, "/acting/cross_forest", false)
}

test_not_when_items_are_not_read if {
	count(rule.finding) == 0 with input as changed(delegate, "/outlook_delegate/calendar_right", "LimitedDetails")
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/access_rights", {"declared": true, "Contributor": true})
}

test_not_for_another_folder if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/calendar", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed(folder_grant, "/entry/named_delegate", false)
}
