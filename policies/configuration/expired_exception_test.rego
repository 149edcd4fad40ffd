package hybridlint.configuration.expired_exception_test

import data.hybridlint.configuration.expired_exception as rule
import rego.v1

test_expired if {
	rule.finding == {{"at": ["expiration"], "vars": {"end": "past"}}} with input as {"exception": {"expired": true, "ends_soon": false}}
}

test_not_before if {
	count(rule.finding) == 0 with input as {"exception": {"expired": false, "ends_soon": false}}
}

test_near if {
	rule.finding == {{"at": ["expiration"], "severity": "note", "vars": {"end": "near"}}} with input as {"exception": {"expired": false, "ends_soon": true}}
}
