package hybridlint.send_on_behalf.send_on_behalf_replies_go_to_owner_test

import data.hybridlint.send_on_behalf.send_on_behalf_replies_go_to_owner as rule
import rego.v1

grant(permission, expected) := {"entry": {"permission": permission, "expects": {"replies_to_delegate": expected}}}

test_replies_are_expected if {
	rule.finding == {{"at": ["expects"]}} with input as grant("send_on_behalf", true)
}

test_not_when_nobody_expects_them if {
	count(rule.finding) == 0 with input as grant("send_on_behalf", false)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as grant("send_as", true)
}
