package hybridlint.delegates.delegate_cannot_receive_meeting_requests_test

import data.hybridlint.delegates.delegate_cannot_receive_meeting_requests as rule
import rego.v1

entry := {"outlook_delegate": {"receives_meeting_requests": true}, "delegate": {"type": "user_account"}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_account if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_security_group if {
	count(rule.finding) == 1 with input as changed("/delegate/type", "security_group")
}

test_not_for_who_receives_mail if {
	count(rule.finding) == 0 with input as changed("/delegate/type", "user_mailbox")
	count(rule.finding) == 0 with input as changed("/delegate/type", "mail_contact")
	count(rule.finding) == 0 with input as changed("/delegate/type", "distribution_group")
}

test_not_without_requests if {
	count(rule.finding) == 0 with input as changed("/outlook_delegate/receives_meeting_requests", false)
}
