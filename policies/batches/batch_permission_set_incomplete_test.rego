package hybridlint.batches.batch_permission_set_incomplete_test

import data.hybridlint.batches.batch_permission_set_incomplete as rule
import rego.v1

entry := {"granting_mailboxes": 2, "parts": true, "application": false}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_incomplete if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_not_with_one_granting_mailbox if {
	count(rule.finding) == 0 with input as changed("/granting_mailboxes", 1)
}

test_not_when_they_stay_together if {
	count(rule.finding) == 0 with input as changed("/parts", false)
}

test_not_for_an_application if {
	count(rule.finding) == 0 with input as changed("/application", true)
}
