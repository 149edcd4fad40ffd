package hybridlint.recipients.delegate_without_user_account_test

import data.hybridlint.recipients.delegate_without_user_account as rule
import rego.v1

entry := {"delegate": {"type": "shared_mailbox", "group": false, "linked_master_account_declared": false}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_disabled_by_default if {
	every type in ["shared_mailbox", "room_mailbox", "equipment_mailbox"] {
		rule.finding == {{"at": ["delegate"]}} with input as changed("/delegate/type", type)
	}
}

test_declared_disabled if {
	facts := json.patch(changed("/delegate/account_enabled", false), [{"op": "replace", "path": "/delegate/type", "value": "user_mailbox"}])
	count(rule.finding) == 1 with input as facts
}

test_not_when_enabled if {
	count(rule.finding) == 0 with input as changed("/delegate/account_enabled", true)
}

test_not_for_people if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "user_mailbox")
	count(rule.finding) == 0 with input as changed("/delegate/type", "user_account")
}

test_not_with_a_linked_account if {
	count(rule.finding) == 0 with input as changed("/delegate/linked_master_account_declared", true)
}

test_not_for_a_group if {
	facts := json.patch(changed("/delegate/account_enabled", false), [
		{"op": "replace", "path": "/delegate/type", "value": "mail_enabled_security_group"},
		{"op": "replace", "path": "/delegate/group", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_for_none_alone if {
	rights := {"access_rights": {"declared": true, "None": true}, "access_rights_count": 1}
	count(rule.finding) == 0 with input as changed("/entry", rights)
	count(rule.finding) == 1 with input as changed("/entry", object.union(rights, {"access_rights_count": 2}))
}
