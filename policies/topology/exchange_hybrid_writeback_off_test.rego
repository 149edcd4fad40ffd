package hybridlint.topology.exchange_hybrid_writeback_off_test

import data.hybridlint.topology.exchange_hybrid_writeback_off as rule
import rego.v1

# sync is what is declared about the engines; block is the one that is looked at.
facts(block, entra_connect, cloud_sync) := {
	"engine": block,
	"organization": {
		"mailboxes_on_both_sides": true,
		"directory_sync": {"declared": true, "entra_connect": entra_connect, "cloud_sync": cloud_sync},
	},
}

absent := {"declared": false}

undeclared := {"declared": true}

entra_connect(on) := {"declared": true, "exchange_hybrid_deployment": on}

cloud_sync(on) := {"declared": true, "exchange_hybrid_writeback": on}

fires(attribute, state) := {{"at": [attribute], "vars": {"state": state}}}

test_off_in_entra_connect if {
	rule.finding == fires("exchange_hybrid_deployment", "off") with input as facts("entra_connect", entra_connect(false), absent)
}

test_undeclared_counts_as_off if {
	rule.finding == fires("exchange_hybrid_deployment", "undeclared") with input as facts("entra_connect", undeclared, absent)
	rule.finding == fires("exchange_hybrid_writeback", "undeclared") with input as facts("cloud_sync", absent, undeclared)
}

test_off_in_cloud_sync if {
	rule.finding == fires("exchange_hybrid_writeback", "off") with input as facts("cloud_sync", absent, cloud_sync(false))
}

test_one_finding_for_both_engines if {
	rule.finding == fires("exchange_hybrid_deployment", "off") with input as facts("entra_connect", entra_connect(false), cloud_sync(false))
	count(rule.finding) == 0 with input as facts("cloud_sync", entra_connect(false), cloud_sync(false))
}

test_one_of_two_is_not_declared if {
	rule.finding == fires("exchange_hybrid_deployment", "undeclared") with input as facts("entra_connect", entra_connect(false), undeclared)
}

test_not_when_one_engine_writes_back if {
	count(rule.finding) == 0 with input as facts("entra_connect", entra_connect(true), absent)
	count(rule.finding) == 0 with input as facts("entra_connect", entra_connect(true), cloud_sync(false))
	count(rule.finding) == 0 with input as facts("entra_connect", entra_connect(false), cloud_sync(true))
	count(rule.finding) == 0 with input as facts("cloud_sync", absent, cloud_sync(true))
}

test_not_when_there_is_no_engine if {
	count(rule.finding) == 0 with input as facts("none", absent, absent)
}

test_not_with_mailboxes_on_one_side if {
	one_side := json.patch(
		facts("entra_connect", entra_connect(false), absent),
		[{"op": "replace", "path": "/organization/mailboxes_on_both_sides", "value": false}],
	)
	count(rule.finding) == 0 with input as one_side
}
