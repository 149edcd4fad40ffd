package hybridlint.recipients.hidden_mailbox_needs_automapping_test

import data.hybridlint.recipients.hidden_mailbox_needs_automapping as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true},
	"recipient": {"hidden_from_address_lists_enabled": true, "system_mailbox": false},
	"delegate": {"group": false},
	"acting": {"direction": "same"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_hidden if {
	rule.finding == {{"at": ["auto_mapping"]}} with input as entry
}

test_auto_mapping_by_default if {
	rule.finding == {{"at": ["auto_mapping"]}} with input as json.remove(entry, ["entry/auto_mapping"])
}

test_not_when_auto_mapping_is_off if {
	count(rule.finding) == 0 with input as changed("/entry/auto_mapping", false)
}

test_not_when_inherited if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", true)
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_between_forests if {
	count(rule.finding) == 0 with input as changed("/acting/direction", "cloud_to_on_premises")
	count(rule.finding) == 0 with input as changed("/acting/direction", "on_premises_to_on_premises")
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
}

test_not_on_a_system_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/system_mailbox", true)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
