package hybridlint.configuration.expired_exception_test

import data.hybridlint.configuration.expired_exception as rule
import rego.v1

test_expired if {
	rule.finding == {{"at": ["expiration"]}} with input as {"exception": {"expired": true}}
}

test_not_before if {
	count(rule.finding) == 0 with input as {"exception": {"expired": false}}
}
