package hybridlint.recipients.delegate_type_powershell_only_test

import data.hybridlint.recipients.delegate_type_powershell_only as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "channel": "eac"},
	"recipient": {"type": "shared_mailbox", "home": "on_premises"},
	"delegate": {"type": "security_group"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_security_group if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_user_account if {
	count(rule.finding) == 1 with input as changed("/delegate/type", "user_account")
}

test_not_for_mail_enabled_delegates if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "mail_enabled_security_group")
	count(rule.finding) == 0 with input as changed("/delegate/type", "user_mailbox")
}

test_not_in_powershell if {
	count(rule.finding) == 0 with input as changed("/entry/channel", "powershell")
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/channel"])
}

test_not_in_the_cloud if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "cloud")
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
