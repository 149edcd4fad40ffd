package hybridlint.folders.dedicated_hybrid_app_missing_test

import data.hybridlint.folders.dedicated_hybrid_app_missing as rule
import rego.v1

forest := {
	"forest": {"dedicated_hybrid_app": false, "holds_mailbox": true},
	"organization": {"cloud_holds_mailbox": true},
}

changed(path, value) := json.patch(forest, [{"op": "add", "path": path, "value": value}])

test_missing if {
	rule.finding == {{"at": ["dedicated_hybrid_app"]}} with input as forest
}

test_not_when_there_or_not_declared if {
	count(rule.finding) == 0 with input as changed("/forest/dedicated_hybrid_app", true)
	count(rule.finding) == 0 with input as json.remove(forest, ["forest/dedicated_hybrid_app"])
}

test_not_with_one_side if {
	count(rule.finding) == 0 with input as changed("/forest/holds_mailbox", false)
	count(rule.finding) == 0 with input as changed("/organization/cloud_holds_mailbox", false)
}
