package hybridlint.recipients.non_mail_enabled_security_group_delegate_test

import data.hybridlint.recipients.non_mail_enabled_security_group_delegate as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false},
	"recipient": {"type": "shared_mailbox", "home": "on_premises"},
	"delegate": {"type": "security_group"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_security_group if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_not_when_inherited if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", true)
}

test_not_for_a_single_account if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "user_account")
}

test_not_for_a_mail_enabled_group if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "mail_enabled_security_group")
}

test_not_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "cloud")
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
