package hybridlint.recipients.hidden_mailbox_full_access_blocked_test

import data.hybridlint.recipients.hidden_mailbox_full_access_blocked as rule
import rego.v1

# A person of another forest has Full Access to a hidden mailbox.
entry := {
	"entry": {
		"permission": "full_access",
		"inherited": false,
		"auto_mapping": true,
		"clients": {"declared": true, "outlook_windows": true},
	},
	"recipient": {"hidden_from_address_lists_enabled": true, "system_mailbox": false},
	"delegate": {"group": false},
	"acting": {"cross_forest": true, "any_cross_forest": true},
}

same_forest := {"direction": "same", "cross_forest": false, "any_cross_forest": false}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

group(acting) := json.patch(entry, [
	{"op": "replace", "path": "/delegate/group", "value": true},
	{"op": "replace", "path": "/acting", "value": acting},
])

test_another_forest if {
	rule.finding == {{"at": ["delegate"], "assumed": set(), "vars": {"cause": "another_forest", "what": "blocked"}}} with input as entry
}

test_auto_mapping_off if {
	facts := json.patch(changed("/entry/auto_mapping", false), [{"op": "replace", "path": "/acting", "value": same_forest}])
	rule.finding == {{"at": ["delegate"], "assumed": set(), "vars": {"cause": "switched_off", "what": "blocked"}}} with input as facts
}

test_undeclared_clients_are_assumed if {
	rule.finding == {{"at": ["delegate"], "assumed": {"clients"}, "vars": {"cause": "another_forest", "what": "blocked"}}} with input as changed("/entry/clients", {"declared": false})
}

test_group_with_a_member_elsewhere if {
	rule.finding == {{"at": ["delegate"], "assumed": set(), "vars": {"cause": "group", "what": "blocked"}}} with input as group({"cross_forest": true, "any_cross_forest": true})
	rule.finding == {{"at": ["delegate"], "assumed": set(), "vars": {"cause": "group", "what": "blocked"}}} with input as group({"cross_forest": false, "any_cross_forest": true})
}

test_helpdesk_group_is_a_warning_that_is_not_lowered if {
	rule.finding == {{"at": ["delegate"], "severity": "warning", "vars": {"cause": "group", "what": "blocked"}}} with input as group(same_forest)
	facts := json.patch(group(same_forest), [{"op": "replace", "path": "/entry/clients", "value": {"declared": false}}])
	rule.finding == {{"at": ["delegate"], "severity": "warning", "vars": {"cause": "group", "what": "blocked"}}} with input as facts
}

test_not_when_inherited if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", true)
}

test_not_for_one_person_of_the_same_forest if {
	count(rule.finding) == 0 with input as changed("/acting", same_forest)
	facts := json.remove(changed("/acting", same_forest), ["entry/auto_mapping"])
	count(rule.finding) == 0 with input as facts
}

test_not_without_outlook_for_the_desktop if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "owa": true})
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
	count(rule.finding) == 0 with input as json.remove(entry, ["recipient/hidden_from_address_lists_enabled"])
}

test_not_on_a_system_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/system_mailbox", true)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}

test_a_second_account_in_one_forest_is_a_warning_that_is_not_lowered if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/acting", "value": same_forest},
		{"op": "replace", "path": "/entry/auto_mapping", "value": false},
		{"op": "add", "path": "/entry/access_method", "value": "additional_account"},
		{"op": "replace", "path": "/entry/clients", "value": {"declared": false}},
	])
	wanted := {{"at": ["delegate"], "severity": "warning", "vars": {"cause": "switched_off", "what": "second_account"}}}
	rule.finding == wanted with input as facts
	count(rule.finding) == 1 with input as changed("/entry/access_method", "additional_account")
}

# People of it work in the other forest, where the second account fails.
test_a_second_account_of_a_group_in_two_forests_is_an_error if {
	acting := {"direction": "same", "cross_forest": false, "any_cross_forest": true}
	facts := json.patch(group(acting), [{"op": "add", "path": "/entry/access_method", "value": "additional_account"}])
	rule.finding == {{"at": ["delegate"], "assumed": set(), "vars": {"cause": "group", "what": "blocked"}}} with input as facts
}
