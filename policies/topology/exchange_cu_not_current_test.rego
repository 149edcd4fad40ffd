package hybridlint.topology.exchange_cu_not_current_test

import data.hybridlint.topology.exchange_cu_not_current as rule
import rego.v1

test_older if {
	rule.finding == {{"at": ["cumulative_update_currency"]}} with input as {"forest": {"cumulative_update_currency": "older"}}
}

forest(version, update) := {"forest": {"exchange_version": version, "cumulative_update": update}}

test_older_by_the_update if {
	rule.finding == {{"at": ["cumulative_update"]}} with input as forest("2013", 21)
	rule.finding == {{"at": ["cumulative_update"]}} with input as forest("2016", 21)
	rule.finding == {{"at": ["cumulative_update"]}} with input as forest("2019", 13)
	rule.finding == {{"at": ["cumulative_update"]}} with input as forest("2019", 0)
}

test_not_with_the_last_two_of_a_version if {
	count(rule.finding) == 0 with input as forest("2013", 22)
	count(rule.finding) == 0 with input as forest("2016", 23)
	count(rule.finding) == 0 with input as forest("2019", 14)
}

test_not_by_the_update_of_other_versions if {
	every version in ["SE", "2010", "2007"] {
		count(rule.finding) == 0 with input as forest(version, 1)
	}
	count(rule.finding) == 0 with input as {"forest": {"cumulative_update": 1}}
	count(rule.finding) == 0 with input as {"forest": {"exchange_version": "2016"}}
}

test_not_of_unsupported_versions if {
	every version in ["2003", "2007", "2010"] {
		count(rule.finding) == 0 with input as {"forest": {
			"exchange_version": version,
			"cumulative_update_currency": "older",
		}}
	}
}

test_the_declared_value_wins if {
	facts := json.patch(forest("2016", 3), [{"op": "add", "path": "/forest/cumulative_update_currency", "value": "previous"}])
	count(rule.finding) == 0 with input as facts
	late := json.patch(forest("2016", 23), [{"op": "add", "path": "/forest/cumulative_update_currency", "value": "older"}])
	rule.finding == {{"at": ["cumulative_update_currency"]}} with input as late
}

test_not_with_the_two_latest if {
	every currency in ["current", "previous"] {
		count(rule.finding) == 0 with input as {"forest": {"cumulative_update_currency": currency}}
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as {"forest": {}}
}
