package hybridlint.batches.batch_moves_send_as_mailbox_alone_test

import data.hybridlint.batches.batch_moves_send_as_mailbox_alone as rule
import rego.v1

entry := {
	"entry": {"permission": "send_as"},
	"delegate": {"group": false},
	"batch": {"recipient_moves_to": "cloud", "parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_mailbox_moves_alone if {
	rule.finding == {{"at": ["members"], "vars": {"people": "individual"}}} with input as entry
}

test_of_a_group_people_stay if {
	rule.finding == {{"at": ["members"], "vars": {"people": "group"}}} with input as changed("/delegate/group", true)
}

test_not_when_both_move if {
	count(rule.finding) == 0 with input as changed("/batch/parts", false)
}

test_not_when_the_sender_moves if {
	count(rule.finding) == 0 with input as json.remove(entry, ["batch/recipient_moves_to"])
}

test_not_for_send_on_behalf if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "send_on_behalf")
}
