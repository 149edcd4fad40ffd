package hybridlint.full_access.additional_account_needs_send_as_test

import data.hybridlint.full_access.additional_account_needs_send_as as rule
import rego.v1

# Somebody added a mailbox as a second account and may send on behalf of it.
entry := {
	"entry": {
		"permission": "full_access",
		"access_method": "additional_account",
		"expects": {"declared": false, "send": false},
	},
	"recipient": {"home": "cloud"},
	"acting": {"any_cross_premises": false},
	"pair": {"holds_send_as": {"declared": false}, "holds_send_on_behalf": true},
}

changed(path, value) := json.patch(entry, [{"op": "replace", "path": path, "value": value}])

nobody_sends := changed("/pair/holds_send_on_behalf", false)

test_send_on_behalf_is_not_enough if {
	rule.finding == {{"at": ["access_method"], "vars": {"send_as_in": "cloud"}}} with input as entry
}

test_expected_to_send if {
	facts := json.patch(nobody_sends, [{"op": "replace", "path": "/entry/expects", "value": {"declared": true, "send": true}}])
	rule.finding == {{"at": ["access_method"], "vars": {"send_as_in": "cloud"}}} with input as facts
}

test_on_both_sides_across_premises if {
	{f.vars.send_as_in | some f in rule.finding} == {"both"} with input as changed("/acting/any_cross_premises", true)
}

test_nowhere_on_a_microsoft_365_group if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/recipient/type", "value": "m365_group"},
		{"op": "replace", "path": "/acting", "value": {"any_cross_premises": true, "acts_on_premises": true}},
	])
	{f.vars.send_as_in | some f in rule.finding} == {"nowhere"} with input as facts
}

test_not_with_send_as if {
	count(rule.finding) == 0 with input as changed("/pair/holds_send_as/declared", true)
}

test_not_when_nobody_wants_to_send if {
	count(rule.finding) == 0 with input as nobody_sends
}

test_not_with_another_access_method if {
	every method in ["automap", "additional_mailbox", "owa_explicit_url", "legacy_dn", "calendar_only"] {
		count(rule.finding) == 0 with input as changed("/entry/access_method", method)
	}
}

test_not_when_the_access_method_is_not_declared if {
	count(rule.finding) == 0 with input as json.remove(entry, ["entry/access_method"])
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
