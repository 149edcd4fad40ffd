package hybridlint.batches.batch_member_twice_test

import data.hybridlint.batches.batch_member_twice as rule
import rego.v1

entry := {"open": true, "mailbox": true, "in_earlier_batch": true, "listed_before": false, "moves": true}

found(trouble) := {{"at": ["members"], "vars": {"trouble": trouble}}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_two_batches if {
	rule.finding == found("two_batches") with input as entry
}

test_two_batches_of_which_none_moves_it if {
	rule.finding == found("two_batches_no_move") with input as changed("/moves", false)
}

once := json.patch(entry, [{"op": "add", "path": "/in_earlier_batch", "value": false}])

test_twice_in_one if {
	facts := json.patch(once, [{"op": "add", "path": "/listed_before", "value": true}])
	rule.finding == {{"at": ["members"], "vars": {"trouble": "one_batch"}, "severity": "warning"}} with input as facts
}

test_twice_in_one_and_in_another_is_one_finding if {
	rule.finding == found("two_batches") with input as changed("/listed_before", true)
}

test_not_once if {
	count(rule.finding) == 0 with input as once
}

test_not_for_who_has_no_mailbox_or_when_over if {
	count(rule.finding) == 0 with input as changed("/mailbox", false)
	count(rule.finding) == 0 with input as changed("/open", false)
}
