package hybridlint.topology.cloud_created_mailbox_unknown_on_premises_test

import data.hybridlint.topology.cloud_created_mailbox_unknown_on_premises as rule
import rego.v1

# A shared mailbox that somebody made in the Microsoft 365 admin center.
recipient := {
	"recipient": {
		"home": "cloud",
		"type": "shared_mailbox",
		"provisioned_by": "cloud_direct",
		"on_premises_object_declared": false,
	},
	"viewed": true,
	"object": {"forest_is_origin": "yes"},
	"forest": {"holds_mailbox": true},
}

changed(path, value) := json.patch(recipient, [{"op": "add", "path": path, "value": value}])

created := {"story": "created", "account": "exists", "object": "possible"}

missing := {"story": "missing", "account": "exists", "object": "possible"}

test_created_in_the_cloud if {
	every type in ["user_mailbox", "shared_mailbox"] {
		rule.finding == {{"at": ["provisioned_by"], "vars": created}} with input as changed("/recipient/type", type)
	}
}

test_resource if {
	facts := json.patch(recipient, [
		{"op": "replace", "path": "/recipient/type", "value": "room_mailbox"},
		{"op": "add", "path": "/recipient/resource_mailbox", "value": true},
	])
	{f.vars.account | some f in rule.finding} == {"missing"} with input as facts
}

test_user_without_a_synchronized_account if {
	facts := json.patch(recipient, [
		{"op": "replace", "path": "/recipient/type", "value": "user_mailbox"},
		{"op": "add", "path": "/recipient/is_dir_synced", "value": false},
	])
	{f.vars.account | some f in rule.finding} == {"missing"} with input as facts
}

object_in_exchange_2010(type) := json.patch(changed("/forest/exchange_version", "2010"), [{
	"op": "replace",
	"path": "/recipient/type",
	"value": type,
}])

test_objects_in_exchange_2010 if {
	{f.vars.object | some f in rule.finding} == {"no"} with input as object_in_exchange_2010("shared_mailbox")
	{f.vars.object | some f in rule.finding} == {"no"} with input as object_in_exchange_2010("user_mailbox")
	{f.vars.object | some f in rule.finding} == {"possible"} with input as object_in_exchange_2010("room_mailbox")
}

test_not_when_nobody_knows_where_it_comes_from if {
	count(rule.finding) == 0 with input as changed("/object/forest_is_origin", "unknown")
}

test_declared_missing_wherever_it_comes_from if {
	facts := json.patch(recipient, [
		{"op": "replace", "path": "/object/forest_is_origin", "value": "unknown"},
		{"op": "add", "path": "/object/exists", "value": false},
	])
	count(rule.finding) == 1 with input as facts
}

test_not_beside_the_forest_that_it_comes_from if {
	facts := json.patch(recipient, [
		{"op": "replace", "path": "/object/forest_is_origin", "value": "no"},
		{"op": "add", "path": "/object/exists", "value": false},
		{"op": "replace", "path": "/recipient/provisioned_by", "value": "migration"},
	])
	count(rule.finding) == 0 with input as facts
}

test_object_declared_missing if {
	facts := json.remove(changed("/object/exists", false), ["recipient/provisioned_by"])
	rule.finding == {{"at": ["object", "exists"], "vars": missing}} with input as facts
}

test_object_of_another_way_declared_missing if {
	facts := json.patch(changed("/object/exists", false), [
		{"op": "replace", "path": "/recipient/provisioned_by", "value": "migration"},
		{"op": "add", "path": "/recipient/origin_object_missing", "value": true},
	])
	rule.finding == {{"at": ["object", "exists"], "vars": missing}} with input as facts
}

test_not_when_an_object_is_declared if {
	facts := json.patch(changed("/object/exists", true), [{"op": "replace", "path": "/recipient/on_premises_object_declared", "value": true}])
	count(rule.finding) == 0 with input as facts
}

test_not_in_the_forest_beside_the_one_with_the_object if {
	count(rule.finding) == 0 with input as changed("/recipient/on_premises_object_declared", true)
}

test_not_when_nothing_is_declared if {
	count(rule.finding) == 0 with input as json.remove(recipient, ["recipient/provisioned_by"])
}

test_not_when_made_in_another_way if {
	every way in ["migration", "new_remote_mailbox", "enable_remote_mailbox"] {
		count(rule.finding) == 0 with input as changed("/recipient/provisioned_by", way)
	}
}

test_not_when_all_mailboxes_have_left if {
	count(rule.finding) == 0 with input as changed("/forest/holds_mailbox", false)
}

test_not_for_other_types if {
	every type in ["m365_group", "mail_user", "discovery_mailbox"] {
		count(rule.finding) == 0 with input as changed("/recipient/type", type)
	}
}

test_not_for_a_mailbox_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}
