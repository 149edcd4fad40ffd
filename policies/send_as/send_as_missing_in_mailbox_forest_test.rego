package hybridlint.send_as.send_as_missing_in_mailbox_forest_test

import data.hybridlint.send_as.send_as_missing_in_mailbox_forest as rule
import rego.v1

# A sender in the cloud, a shared mailbox on-premises; the entry is in the cloud only.
entry := {
	"entry": {
		"permission": "send_as",
		"present_in": {"acting_forest": true, "home": false},
		"unknown_in": {"acting_forest": false, "home": false},
	},
	"recipient": {"mailbox": true, "home": "on_premises"},
	"acting": {"side": "cloud", "cross_premises": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_set_for_the_sender_only if {
	rule.finding == {{"at": ["delegate"]}} with input as entry
}

test_not_when_set_in_both if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/home", true)
}

test_not_when_missing_for_the_sender if {
	count(rule.finding) == 0 with input as changed("/entry/present_in/acting_forest", false)
}

test_not_when_nobody_looked_at_the_mailbox if {
	count(rule.finding) == 0 with input as changed("/entry/unknown_in/home", true)
}

test_not_when_nobody_looked_at_the_sender if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/entry/present_in/acting_forest", "value": false},
		{"op": "replace", "path": "/entry/unknown_in/acting_forest", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}

# A mailbox that moved took the entry with it, so that it is in both.
test_not_when_made_before_the_move if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/entry/established_before_move", "value": true},
		{"op": "replace", "path": "/recipient/home", "value": "cloud"},
		{"op": "add", "path": "/recipient/provisioned_by", "value": "migration"},
		{"op": "replace", "path": "/acting/side", "value": "on_premises"},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_for_a_group_as_recipient if {
	count(rule.finding) == 0 with input as changed("/recipient/mailbox", false)
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}
