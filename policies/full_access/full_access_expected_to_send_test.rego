package hybridlint.full_access.full_access_expected_to_send_test

import data.hybridlint.full_access.full_access_expected_to_send as rule
import rego.v1

# Somebody with Full Access, and nothing else, wants to answer mail.
entry := {
	"recipient": {"type": "shared_mailbox", "mailbox": true},
	"entry": {"permission": "full_access", "expects": {"declared": true, "send": true}},
	"pair": {"holds_send_as": {"declared": false}, "holds_send_on_behalf": false},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_expected if {
	rule.finding == {{"at": ["expects"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_not_when_nobody_expects_it if {
	count(rule.finding) == 0 with input as changed("/entry/expects", {"declared": true, "send": false, "read": true})
	count(rule.finding) == 0 with input as changed("/entry/expects", {"declared": false})
}

test_not_with_send_as if {
	count(rule.finding) == 0 with input as changed("/pair/holds_send_as/declared", true)
}

test_not_with_send_on_behalf if {
	count(rule.finding) == 0 with input as changed("/pair/holds_send_on_behalf", true)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
