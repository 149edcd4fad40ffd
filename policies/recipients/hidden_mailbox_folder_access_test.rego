package hybridlint.recipients.hidden_mailbox_folder_access_test

import data.hybridlint.recipients.hidden_mailbox_folder_access as rule
import rego.v1

entry := {
	"entry": {
		"kind": "folder_grant",
		"permission": "folder",
		"named_delegate": true,
		"calendar": true,
		"clients": {"declared": true, "outlook_windows": true},
	},
	"recipient": {"mailbox": true, "system_mailbox": false, "hidden_from_address_lists_enabled": true},
	"delegate": {"group": false},
	"acting": {"direction": "same"},
	"pair": {"explicit_automapped_full_access": false},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

finding(folders, assumed) := {"at": ["delegate"], "assumed": assumed, "vars": {"folders": folders}}

test_calendar if {
	rule.finding == {finding("calendar", set())} with input as entry
}

test_another_folder if {
	rule.finding == {finding("folder", set())} with input as changed("/entry/calendar", false)
}

test_outlook_delegate if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/entry/kind", "value": "outlook_delegate"},
		{"op": "replace", "path": "/entry/named_delegate", "value": false},
	])
	rule.finding == {finding("delegated", set())} with input as facts
}

test_undeclared_clients_are_assumed if {
	rule.finding == {finding("calendar", {"clients"})} with input as changed("/entry/clients", {"declared": false})
}

test_not_with_auto_mapping if {
	count(rule.finding) == 0 with input as changed("/pair/explicit_automapped_full_access", true)
}

test_auto_mapping_does_not_help_between_forests if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/pair/explicit_automapped_full_access", "value": true},
		{"op": "replace", "path": "/acting/direction", "value": "cloud_to_on_premises"},
	])
	count(rule.finding) == 1 with input as facts
}

test_auto_mapping_does_not_help_a_group if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/pair/explicit_automapped_full_access", "value": true},
		{"op": "replace", "path": "/delegate/group", "value": true},
	])
	count(rule.finding) == 1 with input as facts
}

test_not_for_default_and_anonymous if {
	count(rule.finding) == 0 with input as changed("/entry/named_delegate", false)
}

test_not_without_outlook_for_the_desktop if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "owa": true})
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
}

test_not_where_there_is_no_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}

test_a_second_account_in_one_forest_is_a_warning if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/acting", "value": {"direction": "same"}},
		{"op": "add", "path": "/delegate", "value": {"group": false}},
		{"op": "add", "path": "/pair", "value": {
			"explicit_automapped_full_access": false,
			"explicit_full_access_as_second_account": true,
		}},
	])
	{f.severity | some f in rule.finding} == {"warning"} with input as facts
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(entry, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
