package hybridlint.topology.autodiscover_target_address_missing_test

import data.hybridlint.inference.entry as inference
import data.hybridlint.topology.autodiscover_target_address_missing as rule
import rego.v1

# A person on-premises opens a cloud mailbox.
entry := {
	"entry": {"kind": "grant", "permission": "full_access"},
	"recipient_object": {"target_address": "empty"},
	"acting": {"cross_forest": true},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

fires(address) := {{"at": ["delegate"], "vars": {"address": address}}}

test_empty if {
	rule.finding == fires("empty") with input as entry with inference.recipient_exists as "yes"
}

test_foreign if {
	rule.finding == fires("foreign") with input as changed("/recipient_object/target_address", "foreign")
		with inference.recipient_exists as "yes"
}

test_folder_grant if {
	rule.finding == fires("empty") with input as changed("/entry", {"kind": "folder_grant", "permission": "folder"})
		with inference.recipient_exists as "yes"
}

test_outlook_delegate if {
	rule.finding == fires("empty") with input as changed("/entry", {"kind": "outlook_delegate"})
		with inference.recipient_exists as "yes"
}

test_when_nobody_knows_whether_the_object_exists if {
	rule.finding == fires("empty") with input as entry with inference.recipient_exists as "unknown"
}

test_not_without_an_object if {
	count(rule.finding) == 0 with input as entry with inference.recipient_exists as "no"
}

test_not_with_an_address_of_the_mailbox_or_one_that_cannot_be_checked if {
	every address in ["own", "unchecked"] {
		count(rule.finding) == 0 with input as changed("/recipient_object/target_address", address)
			with inference.recipient_exists as "yes"
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as changed("/recipient_object", {}) with inference.recipient_exists as "yes"
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed("/acting/cross_forest", false) with inference.recipient_exists as "yes"
}

test_not_when_nothing_is_opened if {
	every permission in ["send_as", "send_on_behalf"] {
		count(rule.finding) == 0 with input as changed("/entry/permission", permission)
			with inference.recipient_exists as "yes"
	}
}

test_not_for_a_folder_right_that_is_none if {
	folder := json.patch(entry, [
		{"op": "add", "path": "/entry/permission", "value": "folder"},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
	])
	count(rule.finding) == 0 with input as folder with inference.recipient_exists as "yes"
	two := json.patch(folder, [{"op": "add", "path": "/entry/access_rights_count", "value": 2}])
	count(rule.finding) == 1 with input as two with inference.recipient_exists as "yes"
}
