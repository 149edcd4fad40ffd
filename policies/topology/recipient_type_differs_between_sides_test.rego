package hybridlint.topology.recipient_type_differs_between_sides_test

import data.hybridlint.topology.recipient_type_differs_between_sides as rule
import rego.v1

# A shared mailbox that was converted in the cloud only.
recipient := {
	"recipient": {"home": "cloud", "type": "shared_mailbox"},
	"object": {"in_cloud": false, "exists": true, "recipient_type_details": "RemoteUserMailbox"},
}

changed(path, value) := json.patch(recipient, [{"op": "replace", "path": path, "value": value}])

at := ["object", "recipient_type_details"]

test_differs if {
	rule.finding == {{"at": at, "vars": {"details": "RemoteUserMailbox"}}} with input as recipient
	every type in ["room_mailbox", "equipment_mailbox"] {
		count(rule.finding) == 1 with input as changed("/recipient/type", type)
	}
}

test_user_mailbox_with_the_object_of_a_room if {
	facts := json.patch(recipient, [
		{"op": "replace", "path": "/recipient/type", "value": "user_mailbox"},
		{"op": "replace", "path": "/object/recipient_type_details", "value": "RemoteRoomMailbox"},
	])
	rule.finding == {{"at": at, "vars": {"details": "RemoteRoomMailbox"}}} with input as facts
}

test_not_when_it_fits if {
	every type, details in rule.fitting {
		facts := json.patch(recipient, [
			{"op": "replace", "path": "/recipient/type", "value": type},
			{"op": "replace", "path": "/object/recipient_type_details", "value": details},
		])
		count(rule.finding) == 0 with input as facts
	}
}

test_not_as_mail_user if {
	count(rule.finding) == 0 with input as changed("/object/recipient_type_details", "MailUser")
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(recipient, ["object/recipient_type_details"])
}

test_not_when_missing if {
	count(rule.finding) == 0 with input as changed("/object/exists", false)
}

test_not_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}

test_not_of_other_types if {
	every type in ["arbitration_mailbox", "discovery_mailbox", "mail_user", "m365_group"] {
		count(rule.finding) == 0 with input as changed("/recipient/type", type)
	}
}
