package hybridlint.configuration.unresolved_trustee_test

import data.hybridlint.configuration.unresolved_trustee as rule
import rego.v1

test_orphaned_identifier if {
	rule.finding == {{"at": ["delegate"]}} with input as {"orphaned_identifier": true}
}

test_not_for_built_in_principals if {
	count(rule.finding) == 0 with input as {"orphaned_identifier": false}
}
