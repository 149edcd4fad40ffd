package hybridlint.batches.batch_while_cloud_managed_by_default_test

import data.hybridlint.batches.batch_while_cloud_managed_by_default as rule
import rego.v1

entry := {
	"organization": {"exchange_attributes_cloud_managed_by_default": true},
	"direction": "onboarding",
	"first_onboarding": true,
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_open_batch if {
	rule.finding == {{"at": ["direction"]}} with input as entry
}

test_not_when_on_premises_by_default if {
	count(rule.finding) == 0 with input as changed("/organization/exchange_attributes_cloud_managed_by_default", false)
}

test_not_when_offboarding if {
	count(rule.finding) == 0 with input as changed("/direction", "offboarding")
}

test_once if {
	count(rule.finding) == 0 with input as changed("/first_onboarding", false)
}
