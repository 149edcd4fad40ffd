package hybridlint.recipients.hidden_system_mailbox_full_access_test

import data.hybridlint.recipients.hidden_system_mailbox_full_access as rule
import rego.v1

entry := {"entry": {"permission": "full_access"}, "recipient": {"system_mailbox": true}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_hidden_by_default if {
	rule.finding == {{"at": ["recipient"]}} with input as entry
}

test_declared_hidden if {
	count(rule.finding) == 1 with input as changed("/recipient/hidden_from_address_lists_enabled", true)
}

test_not_when_declared_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
}

test_not_on_other_mailboxes if {
	facts := json.patch(changed("/recipient/hidden_from_address_lists_enabled", true), [{"op": "replace", "path": "/recipient/system_mailbox", "value": false}])
	count(rule.finding) == 0 with input as facts
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
