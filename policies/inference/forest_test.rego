package hybridlint.inference.forest_test

import data.hybridlint.inference.forest as inference
import rego.v1

forest(facts) := {"forest": facts}

test_has_the_setting if {
	every version in ["2016", "2019", "SE"] {
		inference.has_aclable_setting with input as forest({"exchange_version": version})
	}
	inference.has_aclable_setting with input as forest({"exchange_version": "2013", "cumulative_update": 10})
}

test_has_not_or_is_not_known_to if {
	every facts in [
		{"exchange_version": "2010"},
		{"exchange_version": "2013", "cumulative_update": 9},
		{"exchange_version": "2013"},
		{},
	] {
		inference.has_aclable_setting == false with input as forest(facts)
	}
}
