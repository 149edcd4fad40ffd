package hybridlint.recipients.grant_in_outlook_on_other_forest_mailbox_test

import data.hybridlint.recipients.grant_in_outlook_on_other_forest_mailbox as rule
import rego.v1

# Somebody of another forest gives rights on a room's calendar.
entry := {
	"entry": {"permission": "folder", "channel": "outlook", "granted_by": "other_forest"},
	"recipient": {"type": "room_mailbox"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

through_additional_account(type) := json.patch(entry, [
	{"op": "add", "path": "/entry/granted_via", "value": "additional_account"},
	{"op": "replace", "path": "/recipient/type", "value": type},
])

test_room if {
	rule.finding == {{"at": ["granted_by"]}} with input as entry
}

test_the_other_types if {
	every type in ["equipment_mailbox", "user_mailbox", "shared_mailbox"] {
		count(rule.finding) == 1 with input as changed("/recipient/type", type)
	}
}

test_a_room_has_no_way_out if {
	count(rule.finding) == 1 with input as through_additional_account("room_mailbox")
	count(rule.finding) == 1 with input as through_additional_account("equipment_mailbox")
}

test_not_through_an_additional_account if {
	count(rule.finding) == 0 with input as through_additional_account("user_mailbox")
	count(rule.finding) == 0 with input as through_additional_account("shared_mailbox")
}

test_not_on_other_types if {
	count(rule.finding) == 0 with input as changed("/recipient/type", "mail_user")
}

test_not_in_other_tools if {
	count(rule.finding) == 0 with input as changed("/entry/channel", "powershell")
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/channel"])
}

test_not_by_the_owner_or_in_one_forest if {
	every grantor in ["owner", "recipient", "same_forest"] {
		count(rule.finding) == 0 with input as changed("/entry/granted_by", grantor)
	}
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/granted_by"])
}

test_not_for_send_on_behalf if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}
