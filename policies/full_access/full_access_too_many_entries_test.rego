package hybridlint.full_access.full_access_too_many_entries_test

import data.hybridlint.full_access.full_access_too_many_entries as rule
import rego.v1

entries(n) := {"recipient": {"explicit_full_access_entries": n}}

test_over_the_limit if {
	rule.finding == {{"at": []}} with input as entries(501)
}

test_not_at_the_limit if {
	count(rule.finding) == 0 with input as entries(500)
}

test_not_without_entries if {
	count(rule.finding) == 0 with input as {"recipient": {}}
}
