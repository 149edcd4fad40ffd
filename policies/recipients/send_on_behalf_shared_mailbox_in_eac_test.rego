package hybridlint.recipients.send_on_behalf_shared_mailbox_in_eac_test

import data.hybridlint.recipients.send_on_behalf_shared_mailbox_in_eac as rule
import rego.v1

entry := {
	"entry": {"permission": "send_on_behalf", "channel": "eac"},
	"recipient": {"type": "shared_mailbox", "home": "on_premises"},
	"delegate": {"type": "user_mailbox"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_on_premises if {
	rule.finding == {{"at": ["channel"], "severity": "error"}} with input as entry
}

test_in_the_cloud if {
	rule.finding == {{"at": ["channel"], "severity": "warning"}} with input as changed("/recipient/home", "cloud")
}

test_not_in_other_tools if {
	count(rule.finding) == 0 with input as changed("/entry/channel", "powershell")
	count(rule.finding) == 0 with input as changed("/entry/channel", "m365_admin_center")
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/channel"])
}

test_not_on_other_types if {
	count(rule.finding) == 0 with input as changed("/recipient/type", "user_mailbox")
	count(rule.finding) == 0 with input as changed("/recipient/type", "room_mailbox")
}

test_not_for_a_shared_mailbox_as_delegate if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/recipient/type", "value": "user_mailbox"},
		{"op": "replace", "path": "/delegate/type", "value": "shared_mailbox"},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_for_full_access if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
