package hybridlint.batches.batch_drops_inherited_permission_test

import data.hybridlint.batches.batch_drops_inherited_permission as rule
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": true},
	"pair": {"explicit_entry_of_same_permission": false},
	"batch": {"recipient_moves_to": "cloud"},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_inherited if {
	rule.finding == {{"at": ["members"]}} with input as entry
}

test_send_as_too if {
	count(rule.finding) == 1 with input as changed("/entry/permission", "send_as")
}

test_not_with_an_explicit_entry if {
	count(rule.finding) == 0 with input as changed("/pair/explicit_entry_of_same_permission", true)
}

test_not_when_explicit if {
	count(rule.finding) == 0 with input as changed("/entry/inherited", false)
}

test_not_when_the_recipient_stays if {
	count(rule.finding) == 0 with input as json.remove(entry, ["batch/recipient_moves_to"])
}

test_not_when_offboarding if {
	count(rule.finding) == 0 with input as changed("/batch/recipient_moves_to", "on_premises")
}
