package hybridlint.topology.resource_object_stamped_aclable_test

import data.hybridlint.topology.resource_object_stamped_aclable as rule
import rego.v1

# A meeting room in the cloud whose object the bulk script stamped too.
room := {
	"recipient": {"home": "cloud", "resource_mailbox": true},
	"object": {"recipient_display_type": -1073741818},
}

changed(path, value) := json.patch(room, [{"op": "add", "path": path, "value": value}])

fires := {{"at": ["object", "recipient_display_type"]}}

test_stamped if {
	rule.finding == fires with input as room
}

test_stamped_remote_resource if {
	every details in ["RemoteRoomMailbox", "RemoteEquipmentMailbox"] {
		rule.finding == fires with input as changed("/object/recipient_type_details", details)
	}
}

test_not_with_the_type_of_a_resource if {
	every display_type in [-2147481850, -2147481594] {
		count(rule.finding) == 0 with input as changed("/object/recipient_display_type", display_type)
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as json.remove(room, ["object/recipient_display_type"])
}

test_not_for_another_object if {
	every details in ["RemoteUserMailbox", "RemoteSharedMailbox", "MailUser"] {
		count(rule.finding) == 0 with input as changed("/object/recipient_type_details", details)
	}
}

test_not_for_a_user_or_shared_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", false)
}

test_not_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
}
