package hybridlint.folders.sharing_flags_invalid_test

import data.hybridlint.folders.sharing_flags_invalid as rule
import rego.v1

valid := {
	"entry": {
		"kind": "folder_grant",
		"named_delegate": true,
		"calendar": true,
		"access_rights": {"declared": true, "Editor": true},
		"access_rights_count": 1,
		"sharing_permission_flags": {"declared": true, "Delegate": true, "CanViewPrivateItems": true},
	},
	"recipient": {"home": "cloud"},
}

changed(path, value) := json.patch(valid, [{"op": "replace", "path": path, "value": value}])

cause(facts) := concat(" ", causes) if {
	causes := {f.vars.cause | some f in rule.finding} with input as facts
}

test_not_when_valid if {
	count(rule.finding) == 0 with input as valid
	count(rule.finding) == 0 with input as changed("/entry/sharing_permission_flags/CanViewPrivateItems", false)
}

test_on_premises if {
	facts := changed("/recipient/home", "on_premises")
	rule.finding == {{"at": ["sharing_permission_flags"], "vars": {"cause": "on_premises", "wanted": "private_items"}}} with input as facts
}

test_private_items_only_where_they_are_wanted if {
	facts := json.patch(valid, [
		{"op": "replace", "path": "/entry/calendar", "value": false},
		{"op": "replace", "path": "/entry/sharing_permission_flags/CanViewPrivateItems", "value": false},
	])
	rule.finding == {{"at": ["sharing_permission_flags"], "vars": {"cause": "no_calendar", "wanted": "delegate"}}} with input as facts
}

test_no_calendar if {
	cause(changed("/entry/calendar", false)) == "no_calendar"
}

test_not_editor if {
	cause(changed("/entry/access_rights", {"declared": true, "Reviewer": true})) == "not_editor"
}

test_more_than_editor if {
	facts := json.patch(valid, [
		{"op": "add", "path": "/entry/access_rights/FolderVisible", "value": true},
		{"op": "replace", "path": "/entry/access_rights_count", "value": 2},
	])
	cause(facts) == "not_editor"
}

test_private_items_without_delegate if {
	cause(changed("/entry/sharing_permission_flags/Delegate", false)) == "no_delegate"
}

test_not_without_flags if {
	every flags in [{"declared": false}, {"declared": true, "None": true, "Delegate": false, "CanViewPrivateItems": false}] {
		facts := json.patch(valid, [
			{"op": "replace", "path": "/entry/sharing_permission_flags", "value": flags},
			{"op": "replace", "path": "/entry/calendar", "value": false},
		])
		count(rule.finding) == 0 with input as facts
	}
}

test_not_for_default if {
	facts := json.patch(changed("/entry/calendar", false), [{"op": "replace", "path": "/entry/named_delegate", "value": false}])
	count(rule.finding) == 0 with input as facts
}
