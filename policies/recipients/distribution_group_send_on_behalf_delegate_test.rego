package hybridlint.recipients.distribution_group_send_on_behalf_delegate_test

import data.hybridlint.recipients.distribution_group_send_on_behalf_delegate as rule
import rego.v1

entry := {"entry": {"permission": "send_on_behalf"}, "recipient": {"type": "shared_mailbox"}, "delegate": {"type": "distribution_group"}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_distribution_group if {
	rule.finding == {{"at": ["delegate"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_not_for_a_mail_enabled_security_group if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "mail_enabled_security_group")
}

test_not_for_a_dynamic_group if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "dynamic_distribution_group")
}

test_not_for_other_permissions if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
