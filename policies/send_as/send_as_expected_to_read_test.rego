package hybridlint.send_as.send_as_expected_to_read_test

import data.hybridlint.send_as.send_as_expected_to_read as rule
import rego.v1

# The delegate is expected to read a mailbox on which nothing else was granted.
entry := {
	"entry": {"permission": "send_as", "expects": {"read": true}},
	"recipient": {"mailbox": true},
	"pair": {"holds_full_access": false, "holds_folder_grant_that_reads": false},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_expected_to_read if {
	rule.finding == {{"at": ["expects"]}} with input as entry
}

test_not_when_reading_is_not_expected if {
	count(rule.finding) == 0 with input as changed("/entry/expects/read", false)
}

test_not_for_a_group_as_recipient if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}

test_not_beside_full_access if {
	count(rule.finding) == 0 with input as changed("/pair/holds_full_access", true)
}

test_not_beside_a_folder_grant_that_reads if {
	count(rule.finding) == 0 with input as changed("/pair/holds_folder_grant_that_reads", true)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
