package hybridlint.full_access.cross_premises_credential_prompt_test

import data.hybridlint.full_access.cross_premises_credential_prompt as rule
import rego.v1

entry(permission, cross_premises) := {"entry": {"permission": permission}, "acting": {"cross_premises": cross_premises}}

test_between_the_sides if {
	rule.finding == {{"at": ["delegate"]}} with input as entry("full_access", true)
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as entry("full_access", false)
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as entry("send_as", true)
}
