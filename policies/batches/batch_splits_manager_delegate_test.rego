package hybridlint.batches.batch_splits_manager_delegate_test

import data.hybridlint.batches.batch_splits_manager_delegate as rule
import rego.v1

entry := {
	"entry": {"kind": "outlook_delegate"},
	"delegate": {"mailbox": true, "group": false, "type": "user_mailbox"},
	"batch": {"parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_parted if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_of_a_group_too if {
	facts := changed("/delegate", {"mailbox": false, "group": true, "type": "mail_enabled_security_group"})
	count(rule.finding) == 1 with input as facts
}

test_not_for_who_has_no_mailbox if {
	count(rule.finding) == 0 with input as changed("/delegate", {"mailbox": false, "group": false, "type": "mail_user"})
	count(rule.finding) == 0 with input as changed("/delegate", {"mailbox": false, "group": true, "type": "security_group"})
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/parts", false)
}

test_not_for_a_grant if {
	count(rule.finding) == 0 with input as changed("/entry/kind", "grant")
}
