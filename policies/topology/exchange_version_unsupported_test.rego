package hybridlint.topology.exchange_version_unsupported_test

import data.hybridlint.topology.exchange_version_unsupported as rule
import rego.v1

forest(facts) := {"forest": facts, "organization": {"mailboxes_on_both_sides": true}}

test_old_versions if {
	every version in ["2003", "2007", "2010"] {
		rule.finding == {{"at": ["exchange_version"]}} with input as forest({"exchange_version": version})
	}
}

test_not_with_2013_or_later if {
	every version in ["2013", "2016", "2019", "SE"] {
		count(rule.finding) == 0 with input as forest({"exchange_version": version})
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as forest({})
}

test_not_with_mailboxes_on_one_side if {
	facts := {"forest": {"exchange_version": "2010"}, "organization": {"mailboxes_on_both_sides": false}}
	count(rule.finding) == 0 with input as facts
}
