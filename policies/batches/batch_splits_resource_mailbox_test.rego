package hybridlint.batches.batch_splits_resource_mailbox_test

import data.hybridlint.batches.batch_splits_resource_mailbox as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "access_method": "additional_mailbox"},
	"recipient": {"resource_mailbox": true},
	"delegate": {"group": false},
	"batch": {"parts": true, "predicted": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_parted if {
	rule.finding == {{"at": ["members"], "vars": {"people": "individual"}, "assumed": set()}} with input as entry
}

test_of_a_group if {
	facts := changed("/delegate/group", true)
	rule.finding == {{"at": ["members"], "vars": {"people": "group"}, "assumed": set()}} with input as facts
}

test_undeclared_access_method_is_assumed if {
	facts := json.remove(entry, ["entry/access_method"])
	rule.finding == {{"at": ["members"], "vars": {"people": "individual"}, "assumed": {"access_method"}}} with input as facts
}

test_not_when_nothing_is_found_after_the_step if {
	count(rule.finding) == 0 with input as changed("/batch/predicted", false)
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/parts", false)
}

test_not_for_another_mailbox_or_permission if {
	count(rule.finding) == 0 with input as changed("/recipient/resource_mailbox", false)
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_as")
}
