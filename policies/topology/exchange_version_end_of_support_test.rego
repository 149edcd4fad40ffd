package hybridlint.topology.exchange_version_end_of_support_test

import data.hybridlint.topology.exchange_version_end_of_support as rule
import rego.v1

forest(version) := {"forest": {"exchange_version": version, "holds_mailbox": true}}

test_out_of_support if {
	every version in ["2013", "2016", "2019"] {
		rule.finding == {{"at": ["exchange_version"], "severity": "warning", "vars": {"ended": version}}} with input as forest(version)
	}
}

test_note_without_mailboxes if {
	facts := json.patch(forest("2016"), [{"op": "replace", "path": "/forest/holds_mailbox", "value": false}])
	{f.severity | some f in rule.finding} == {"note"} with input as facts
}

test_not_with_se if {
	count(rule.finding) == 0 with input as forest("SE")
}

test_not_with_2010_or_older if {
	every version in ["2003", "2007", "2010"] {
		count(rule.finding) == 0 with input as forest(version)
	}
}

test_not_when_not_declared if {
	count(rule.finding) == 0 with input as {"forest": {}}
}
