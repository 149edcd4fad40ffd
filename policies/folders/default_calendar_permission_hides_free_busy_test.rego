package hybridlint.folders.default_calendar_permission_hides_free_busy_test

import data.hybridlint.folders.default_calendar_permission_hides_free_busy as rule
import rego.v1

mailbox := {"recipient": {"mailbox": true, "other_side_holds_mailbox": true, "calendar_default_permission": "None"}}

changed(path, value) := json.patch(mailbox, [{"op": "replace", "path": path, "value": value}])

test_hidden if {
	rule.finding == {{"at": ["calendar_default_permission"]}} with input as mailbox
	count(rule.finding) == 1 with input as changed("/recipient/calendar_default_permission", "Contributor")
}

test_not_with_more if {
	every right in ["AvailabilityOnly", "LimitedDetails", "Reviewer", "Editor"] {
		count(rule.finding) == 0 with input as changed("/recipient/calendar_default_permission", right)
	}
}

test_not_when_undeclared if {
	count(rule.finding) == 0 with input as json.remove(mailbox, ["recipient/calendar_default_permission"])
}

test_not_without_a_second_side if {
	count(rule.finding) == 0 with input as changed("/recipient/other_side_holds_mailbox", false)
}

test_not_without_a_mailbox if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}
