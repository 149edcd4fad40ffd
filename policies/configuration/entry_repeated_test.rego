package hybridlint.configuration.entry_repeated_test

import data.hybridlint.configuration.entry_repeated as rule
import rego.v1

test_repeated if {
	rule.finding == {{"at": ["delegate"]}} with input as {"repeated": true}
}

test_not_the_first if {
	count(rule.finding) == 0 with input as {"repeated": false}
}
