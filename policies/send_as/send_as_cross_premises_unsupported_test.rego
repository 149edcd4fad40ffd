package hybridlint.send_as.send_as_cross_premises_unsupported_test

import data.hybridlint.send_as.send_as_cross_premises_unsupported as rule
import rego.v1

# A sender in the cloud, a shared mailbox on-premises.
entry := {
	"entry": {"permission": "send_as"},
	"recipient": {"mailbox": true},
	"delegate": {"group": false},
	"acting": {"cross_premises": true},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_between_the_sides if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_a_group_as_recipient if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}

test_not_for_a_group_as_delegate if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}
