package hybridlint.delegates.delegate_entry_duplicated_or_none_test

import data.hybridlint.delegates.delegate_entry_duplicated_or_none as rule
import rego.v1

delegate(twice, none) := {"outlook_delegate": {"listed_twice": twice, "listed_with_permission_none": none}}

test_twice if {
	rule.finding == {{"at": ["listed_twice"], "vars": {"how": "listed_twice"}}} with input as delegate(true, false)
}

test_none if {
	rule.finding == {{"at": ["listed_permission"], "vars": {"how": "listed_permission"}}} with input as delegate(false, true)
}

test_both_are_one_finding if {
	count(rule.finding) == 1 with input as delegate(true, true)
}

test_not_when_listed_well if {
	count(rule.finding) == 0 with input as delegate(false, false)
}
