package hybridlint.delegates.manager_delegate_split_test

import data.hybridlint.delegates.manager_delegate_split as rule
import rego.v1

delegate := {
	"entry": {"kind": "outlook_delegate"},
	"acting": {"cross_forest": true},
	"delegate": {"mailbox": true, "group": false, "type": "user_mailbox"},
}

changed(path, value) := json.patch(delegate, [{"op": "replace", "path": path, "value": value}])

test_split if {
	rule.finding == {{"at": ["delegate"]}} with input as delegate
}

test_group if {
	facts := changed("/delegate", {"mailbox": false, "group": true, "type": "mail_enabled_security_group"})
	count(rule.finding) == 1 with input as facts
}

test_not_for_who_has_nothing_to_move if {
	count(rule.finding) == 0 with input as changed("/delegate", {"mailbox": false, "group": false, "type": "mail_contact"})
	count(rule.finding) == 0 with input as changed("/delegate", {"mailbox": false, "group": true, "type": "security_group"})
}

test_not_in_one_forest if {
	count(rule.finding) == 0 with input as changed("/acting/cross_forest", false)
}

test_not_for_a_folder_grant if {
	count(rule.finding) == 0 with input as changed("/entry/kind", "folder_grant")
}
