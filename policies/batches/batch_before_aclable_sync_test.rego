package hybridlint.batches.batch_before_aclable_sync_test

import data.hybridlint.batches.batch_before_aclable_sync as rule
import rego.v1

entry := {
	"direction": "onboarding",
	"source_forest": {"exchange_version": "2019", "aclable_synced_object_enabled": false},
	"first_to_move_non_resource": true,
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_off if {
	rule.finding == {{"at": ["source_forest"], "assumed": set()}} with input as entry
}

test_undeclared_is_assumed if {
	facts := json.remove(entry, ["source_forest/aclable_synced_object_enabled"])
	rule.finding == {{"at": ["source_forest"], "assumed": {"aclable_synced_object_enabled"}}} with input as facts
}

exchange_2013(cumulative_update) := json.patch(entry, [
	{"op": "replace", "path": "/source_forest/exchange_version", "value": "2013"},
	{"op": "add", "path": "/source_forest/cumulative_update", "value": cumulative_update},
])

test_exchange_2013_has_the_setting_since_cu10 if {
	count(rule.finding) == 1 with input as exchange_2013(10)
	count(rule.finding) == 0 with input as exchange_2013(9)
}

test_not_when_on if {
	count(rule.finding) == 0 with input as changed("/source_forest/aclable_synced_object_enabled", true)
}

test_not_for_resources_only_or_a_later_batch if {
	count(rule.finding) == 0 with input as changed("/first_to_move_non_resource", false)
}

test_not_without_a_version_or_with_an_old_one if {
	count(rule.finding) == 0 with input as json.remove(entry, ["source_forest/exchange_version"])
	count(rule.finding) == 0 with input as changed("/source_forest/exchange_version", "2010")
}

test_not_when_offboarding if {
	count(rule.finding) == 0 with input as changed("/direction", "offboarding")
}
