package hybridlint.topology.exchange_cu_not_current_test

import data.hybridlint.topology.exchange_cu_not_current as rule
import rego.v1

test_older if {
	rule.finding == {{"at": ["cumulative_update_currency"]}} with input as {"forest": {"cumulative_update_currency": "older"}}
}

test_not_with_the_two_latest if {
	every currency in ["current", "previous"] {
		count(rule.finding) == 0 with input as {"forest": {"cumulative_update_currency": currency}}
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as {"forest": {}}
}
