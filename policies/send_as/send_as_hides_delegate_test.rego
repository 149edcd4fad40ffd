package hybridlint.send_as.send_as_hides_delegate_test

import data.hybridlint.send_as.send_as_hides_delegate as rule
import rego.v1

# A Send on Behalf grant whose delegate is to be seen, beside a Send As that is present where the delegate works.
entry := {
	"entry": {"permission": "send_on_behalf", "expects": {"show_delegate": true}},
	"recipient": {"home": "on_premises"},
	"acting": {"side": "on_premises"},
	"pair": {"holds_send_as": {
		"listed_in_acting_forest": true,
		"unknown_in_acting_forest": false,
		"established_before_move": false,
	}},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

test_hidden_by_send_as if {
	rule.finding == {{"at": ["expects"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_hidden_by_the_send_as_grant_itself if {
	count(rule.finding) == 1 with input as changed("/entry/permission", "send_as")
}

test_not_when_nobody_expects_it if {
	count(rule.finding) == 0 with input as changed("/entry/expects/show_delegate", false)
}

test_not_with_send_on_behalf_only if {
	count(rule.finding) == 0 with input as changed("/pair/holds_send_as/listed_in_acting_forest", false)
}

test_not_when_nobody_looked if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/pair/holds_send_as/listed_in_acting_forest", "value": false},
		{"op": "replace", "path": "/pair/holds_send_as/unknown_in_acting_forest", "value": true},
	])
	count(rule.finding) == 0 with input as facts
}
