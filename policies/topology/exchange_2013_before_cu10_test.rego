package hybridlint.topology.exchange_2013_before_cu10_test

import data.hybridlint.topology.exchange_2013_before_cu10 as rule
import rego.v1

forest(facts) := {"forest": object.union({"exchange_version": "2013"}, facts)}

fires(contradiction) := {{"at": ["cumulative_update"], "vars": {"contradiction": contradiction}}}

test_before_cu10 if {
	every update in [0, 1, 9] {
		rule.finding == fires("none") with input as forest({"cumulative_update": update})
	}
}

test_declared_off if {
	rule.finding == fires("none") with input as forest({"cumulative_update": 9, "aclable_synced_object_enabled": false})
}

test_impossible_setting if {
	rule.finding == fires("declared_on") with input as forest({"cumulative_update": 9, "aclable_synced_object_enabled": true})
}

test_not_from_cu10_on if {
	every update in [10, 11, 23] {
		count(rule.finding) == 0 with input as forest({"cumulative_update": update})
	}
}

test_not_when_the_update_is_not_declared if {
	count(rule.finding) == 0 with input as forest({})
}

test_not_with_another_version if {
	every version in ["2010", "2016", "2019", "SE"] {
		count(rule.finding) == 0 with input as forest({"exchange_version": version, "cumulative_update": 1})
	}
}
