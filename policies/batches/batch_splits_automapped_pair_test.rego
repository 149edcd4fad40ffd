package hybridlint.batches.batch_splits_automapped_pair_test

import data.hybridlint.batches.batch_splits_automapped_pair as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true, "clients": {"declared": false}},
	"recipient": {"mailbox": true, "resource_mailbox": false, "system_mailbox": false},
	"delegate": {"mailbox": true},
	"batch": {"parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_parted if {
	rule.finding == {{"at": ["members"], "assumed": set()}} with input as entry
}

test_with_classic_outlook_among_the_clients if {
	count(rule.finding) == 1 with input as changed("/entry/clients", {"declared": true, "owa": true, "outlook_windows": true})
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
