package hybridlint.configuration.unused_exception_test

import data.hybridlint.configuration.unused_exception as rule
import rego.v1

facts(judged, used) := {"exception": {"judged": judged, "used": used, "expired": false}}

test_unused if {
	rule.finding == {{"at": []}} with input as facts(true, false)
}

test_not_when_used if {
	count(rule.finding) == 0 with input as facts(true, true)
}

test_not_when_the_rule_did_not_run if {
	count(rule.finding) == 0 with input as facts(false, false)
}
