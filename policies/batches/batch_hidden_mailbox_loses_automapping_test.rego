package hybridlint.batches.batch_hidden_mailbox_loses_automapping_test

import data.hybridlint.batches.batch_hidden_mailbox_loses_automapping as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true},
	"recipient": {"hidden_from_address_lists_enabled": true, "system_mailbox": false},
	"delegate": {"mailbox": true},
	"batch": {"splits": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_hidden if {
	rule.finding == {{"at": ["members"], "assumed": set()}} with input as entry
}

test_undeclared_is_assumed if {
	facts := json.remove(entry, ["entry/auto_mapping"])
	rule.finding == {{"at": ["members"], "assumed": {"auto_mapping"}}} with input as facts
}

test_not_when_visible if {
	count(rule.finding) == 0 with input as changed("/recipient/hidden_from_address_lists_enabled", false)
	count(rule.finding) == 0 with input as json.remove(entry, ["recipient/hidden_from_address_lists_enabled"])
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

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/splits", false)
}
