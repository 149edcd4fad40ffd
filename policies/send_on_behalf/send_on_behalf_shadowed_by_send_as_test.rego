package hybridlint.send_on_behalf.send_on_behalf_shadowed_by_send_as_test

import data.hybridlint.send_on_behalf.send_on_behalf_shadowed_by_send_as as rule
import rego.v1

# The same delegate has both, and Send As is set where the delegate works.
entry := {
	"entry": {"permission": "send_on_behalf"},
	"recipient": {"home": "on_premises", "resource_mailbox": false},
	"acting": {"side": "on_premises"},
	"pair": {
		"resource_delegate": false,
		"send_as": {
			"listed_in_acting_forest": true,
			"unknown_in_acting_forest": false,
			"established_before_move": false,
		},
	},
}

on(facts, changes) := json.patch(facts, [{"op": "add", "path": path, "value": value} | some path, value in changes])

test_both if {
	rule.finding == {{"at": ["delegate"], "vars": {"set_cmdlet": "Set-Mailbox"}}} with input as entry
}

test_send_as_that_travelled if {
	facts := on(entry, {
		"/recipient": {"home": "cloud", "provisioned_by": "migration", "resource_mailbox": false},
		"/recipient_object": {"forest_is_origin": "yes"},
		"/pair/send_as/listed_in_acting_forest": false,
		"/pair/send_as/established_before_move": true,
	})
	count(rule.finding) == 1 with input as facts
}

test_not_when_send_as_is_in_another_forest_only if {
	count(rule.finding) == 0 with input as on(entry, {"/pair/send_as/listed_in_acting_forest": false})
}

test_not_when_nobody_looked if {
	facts := on(entry, {
		"/pair/send_as/listed_in_acting_forest": false,
		"/pair/send_as/unknown_in_acting_forest": true,
	})
	count(rule.finding) == 0 with input as facts
}

test_not_for_a_resource_delegate if {
	facts := on(entry, {"/recipient/resource_mailbox": true, "/pair/resource_delegate": true})
	count(rule.finding) == 0 with input as facts
}

test_for_a_resource_without_the_delegate if {
	count(rule.finding) == 1 with input as on(entry, {"/recipient/resource_mailbox": true})
}

test_resource_delegates_of_other_mailboxes_do_not_count if {
	count(rule.finding) == 1 with input as on(entry, {"/pair/resource_delegate": true})
}

test_not_at_send_as_itself if {
	count(rule.finding) == 0 with input as on(entry, {"/entry/permission": "send_as"})
}
