package hybridlint.full_access.automapping_through_group_test

import data.hybridlint.full_access.automapping_through_group as rule
import rego.v1

# The help desk group has Full Access.
entry(facts) := {
	"entry": object.union({"permission": "full_access"}, facts),
	"delegate": {"group": true},
}

test_declared_on if {
	rule.finding == {{"at": ["auto_mapping"]}} with input as entry({"auto_mapping": true})
}

test_declared_access_method if {
	rule.finding == {{"at": ["access_method"]}} with input as entry({"access_method": "automap"})
}

test_one_finding_for_both if {
	rule.finding == {{"at": ["auto_mapping"]}} with input as entry({"auto_mapping": true, "access_method": "automap"})
}

test_not_when_nothing_is_declared if {
	count(rule.finding) == 0 with input as entry({})
}

test_not_when_off if {
	count(rule.finding) == 0 with input as entry({"auto_mapping": false})
	count(rule.finding) == 0 with input as entry({"auto_mapping": false, "access_method": "automap"})
}

test_not_with_another_access_method if {
	count(rule.finding) == 0 with input as entry({"access_method": "additional_mailbox"})
}

test_not_for_an_individual if {
	facts := json.patch(entry({"auto_mapping": true}), [{"op": "replace", "path": "/delegate/group", "value": false}])
	count(rule.finding) == 0 with input as facts
}

test_not_for_send_as if {
	count(rule.finding) == 0 with input as entry({"permission": "send_as", "auto_mapping": true})
}
