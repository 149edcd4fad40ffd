package hybridlint.inference.batch_test

import data.hybridlint.inference.batch
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true},
	"delegate": {"mailbox": true},
	"batch": {"splits": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

undeclared := json.remove(entry, ["entry/auto_mapping"])

test_separated if {
	batch.separates_automapped_pair with input as entry
}

test_separated_by_default if {
	batch.separates_automapped_pair with input as undeclared
}

test_assumed if {
	batch.auto_mapping_assumed == set() with input as entry
	batch.auto_mapping_assumed == {"auto_mapping"} with input as undeclared
}

test_not_when_off if {
	not batch.separates_automapped_pair with input as changed("/entry/auto_mapping", false)
}

test_not_when_inherited if {
	not batch.separates_automapped_pair with input as changed("/entry/inherited", true)
}

test_not_for_a_delegate_without_a_mailbox if {
	not batch.separates_automapped_pair with input as changed("/delegate/mailbox", false)
}

test_not_when_both_move if {
	not batch.separates_automapped_pair with input as changed("/batch/splits", false)
}

test_not_for_send_as if {
	not batch.separates_automapped_pair with input as changed("/entry/permission", "send_as")
}

test_the_delegate_is_one_or_people_of_a_group if {
	batch.delegate_is == "individual" with input as {"delegate": {"group": false}}
	batch.delegate_is == "group" with input as {"delegate": {"group": true}}
}

test_the_one_who_stays if {
	batch.staying_is == "group" with input as {"delegate": {"group": true}, "batch": {"moves_recipient": true}}
	batch.staying_is == "individual" with input as {"delegate": {"group": true}, "batch": {"moves_recipient": false}}
}
