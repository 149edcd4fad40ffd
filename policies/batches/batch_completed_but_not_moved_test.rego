package hybridlint.batches.batch_completed_but_not_moved_test

import data.hybridlint.batches.batch_completed_but_not_moved as rule
import rego.v1

entry := {"completed": true, "mailbox": true, "place": "source", "tried_again": false, "came_back": false}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_still_there if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_not_when_it_has_moved_or_is_elsewhere if {
	count(rule.finding) == 0 with input as changed("/place", "target")
	count(rule.finding) == 0 with input as changed("/place", "elsewhere")
}

test_not_when_tried_again if {
	count(rule.finding) == 0 with input as changed("/tried_again", true)
}

test_not_when_it_came_back if {
	count(rule.finding) == 0 with input as changed("/came_back", true)
}

test_not_for_other_statuses_or_without_a_mailbox if {
	count(rule.finding) == 0 with input as changed("/completed", false)
	count(rule.finding) == 0 with input as changed("/mailbox", false)
}
