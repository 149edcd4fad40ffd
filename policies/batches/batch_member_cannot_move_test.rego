package hybridlint.batches.batch_member_cannot_move_test

import data.hybridlint.batches.batch_member_cannot_move as rule
import rego.v1

entry := {"open": true, "mailbox": true, "place": "elsewhere", "completing": false}

found(why) := {{"at": ["members"], "vars": {"why": why}}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_elsewhere if {
	rule.finding == found("elsewhere") with input as entry
}

test_at_the_target if {
	rule.finding == found("at_target") with input as changed("/place", "target")
}

test_no_mailbox if {
	rule.finding == found("no_mailbox") with input as changed("/mailbox", false)
}

test_not_at_the_source if {
	count(rule.finding) == 0 with input as changed("/place", "source")
}

test_through_while_the_batch_is_completing if {
	facts := json.patch(entry, [{"op": "add", "path": "/place", "value": "target"}, {"op": "add", "path": "/completing", "value": true}])
	count(rule.finding) == 0 with input as facts
}

test_completing_excuses_nothing_else if {
	count(rule.finding) == 1 with input as changed("/completing", true)
}

test_not_when_over if {
	count(rule.finding) == 0 with input as changed("/open", false)
	facts := json.patch(entry, [{"op": "add", "path": "/open", "value": false}, {"op": "add", "path": "/mailbox", "value": false}])
	count(rule.finding) == 0 with input as facts
}
