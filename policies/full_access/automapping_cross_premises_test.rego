package hybridlint.full_access.automapping_cross_premises_test

import data.hybridlint.full_access.automapping_cross_premises as rule
import rego.v1

# An on-premises person has Full Access to a mailbox that moved.
entry := {
	"entry": {"permission": "full_access", "auto_mapping": true, "inherited": false},
	"recipient": {"resource_mailbox": false},
	"delegate": {"group": false},
	"acting": {"side": "on_premises", "cross_premises": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

undeclared := json.remove(entry, ["entry/auto_mapping"])

test_declared if {
	rule.finding == {{"at": ["auto_mapping"], "assumed": set()}} with input as entry
}

test_undeclared_is_assumed if {
	rule.finding == {{"at": ["auto_mapping"], "assumed": {"auto_mapping"}}} with input as undeclared
}

test_undeclared_with_declared_automap if {
	facts := json.patch(undeclared, [{"op": "add", "path": "/entry/access_method", "value": "automap"}])
	count(rule.finding) == 1 with input as facts
}

test_not_when_off if {
	count(rule.finding) == 0 with input as changed("/entry/auto_mapping", false)
}

test_not_when_inherited if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", true)
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed("/delegate/group", true)
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed("/acting/cross_premises", false)
}

test_not_with_another_access_method if {
	facts := json.patch(undeclared, [{"op": "add", "path": "/entry/access_method", "value": "additional_mailbox"}])
	count(rule.finding) == 0 with input as facts
}

test_not_for_a_resource if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", true)
}

test_not_when_made_before_the_move_for_a_cloud_delegate if {
	facts := json.patch(entry, [
		{"op": "add", "path": "/entry/established_before_move", "value": true},
		{"op": "replace", "path": "/acting/side", "value": "cloud"},
	])
	count(rule.finding) == 0 with input as facts
}

test_when_made_before_the_move_for_an_on_premises_delegate if {
	count(rule.finding) == 1 with input as changed("/entry/established_before_move", true)
}
