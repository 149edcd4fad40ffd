package hybridlint.batches.batch_hidden_mailbox_loses_automapping_test

import data.hybridlint.batches.batch_hidden_mailbox_loses_automapping as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true, "clients": {"declared": false}},
	"recipient": {"mailbox": true, "resource_mailbox": false, "system_mailbox": false, "hidden_from_address_lists_enabled": true},
	"delegate": {"mailbox": true},
	"batch": {"parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_hidden if {
	rule.finding == {{"at": ["members"], "assumed": set()}} with input as entry
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
	count(rule.finding) == 0 with input as json.remove(entry, ["recipient/hidden_from_address_lists_enabled"])
}

test_undeclared_is_assumed if {
	facts := json.remove(entry, ["entry/auto_mapping"])
	rule.finding == {{"at": ["members"], "assumed": {"auto_mapping"}}} with input as facts
}

test_not_when_off if {
	count(rule.finding) == 0 with input as changed("/entry/auto_mapping", false)
}

test_not_when_inherited if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", true)
}

test_not_for_a_group_or_an_account if {
	count(rule.finding) == 0 with input as changed("/delegate/mailbox", false)
}

test_not_for_a_room if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", true)
}

test_not_without_outlook_for_the_desktop if {
	count(rule.finding) == 0 with input as changed("/entry/clients", {"declared": true, "owa": true})
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/parts", false)
}
