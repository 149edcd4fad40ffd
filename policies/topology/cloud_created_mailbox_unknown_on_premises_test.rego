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
	"object": {},
	"forest": {"holds_mailbox": true},
}

changed(path, value) := json.patch(recipient, [{"op": "add", "path": path, "value": value}])

test_created_in_the_cloud if {
	every type in ["user_mailbox", "shared_mailbox", "room_mailbox", "equipment_mailbox"] {
		rule.finding == {{"at": ["provisioned_by"], "vars": {"story": "created"}}} with input as changed("/recipient/type", type)
	}
}

test_object_declared_missing if {
	facts := json.remove(changed("/object/exists", false), ["recipient/provisioned_by"])
	rule.finding == {{"at": ["object", "exists"], "vars": {"story": "missing"}}} with input as facts
}

test_object_of_another_way_declared_missing if {
	facts := json.patch(changed("/object/exists", false), [{"op": "replace", "path": "/recipient/provisioned_by", "value": "migration"}])
	rule.finding == {{"at": ["object", "exists"], "vars": {"story": "missing"}}} with input as facts
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
