package hybridlint.topology.aclable_sync_off_test

import data.hybridlint.topology.aclable_sync_off as rule
import rego.v1

# A forest from which mailboxes moved, and more will.
forest := {"forest": {
	"exchange_version": "2019",
	"aclable_synced_object_enabled": false,
	"holds_mailbox": true,
	"holds_cloud_mailbox_object": true,
	"onboarding_planned": true,
}}

changed(facts) := {"forest": object.union(forest.forest, facts)}

fires := {{"at": ["aclable_synced_object_enabled"], "assumed": set()}}

test_off if {
	every version in ["2016", "2019", "SE"] {
		rule.finding == fires with input as changed({"exchange_version": version})
	}
}

test_off_on_2013_with_cu10 if {
	rule.finding == fires with input as changed({"exchange_version": "2013", "cumulative_update": 10})
}

test_undeclared_is_assumed if {
	facts := json.remove(forest, ["forest/aclable_synced_object_enabled"])
	rule.finding == {{"at": ["aclable_synced_object_enabled"], "assumed": {"aclable_synced_object_enabled"}}} with input as facts
}

test_only_a_planned_move if {
	rule.finding == fires with input as changed({"holds_cloud_mailbox_object": false})
}

test_only_an_earlier_move if {
	rule.finding == fires with input as changed({"onboarding_planned": false})
}

test_not_when_on if {
	count(rule.finding) == 0 with input as changed({"aclable_synced_object_enabled": true})
}

test_not_when_the_forest_cannot_have_it if {
	count(rule.finding) == 0 with input as changed({"exchange_version": "2013", "cumulative_update": 9})
	count(rule.finding) == 0 with input as changed({"exchange_version": "2010"})
}

test_not_when_the_version_is_not_declared if {
	count(rule.finding) == 0 with input as json.remove(forest, ["forest/exchange_version"])
	count(rule.finding) == 0 with input as changed({"exchange_version": "2013"})
}

test_not_when_it_concerns_nobody if {
	count(rule.finding) == 0 with input as changed({"holds_cloud_mailbox_object": false, "onboarding_planned": false})
}

test_not_when_all_mailboxes_have_left if {
	count(rule.finding) == 0 with input as changed({"holds_mailbox": false})
}
