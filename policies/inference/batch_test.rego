package hybridlint.inference.batch_test

import data.hybridlint.inference.batch
import rego.v1

entry := {
	"entry": {"permission": "full_access", "inherited": false, "auto_mapping": true, "clients": {"declared": false}},
	"recipient": {"mailbox": true, "resource_mailbox": false},
	"delegate": {"mailbox": true},
	"batch": {"parts": true},
}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

undeclared := json.remove(entry, ["entry/auto_mapping"])

test_parted if {
	batch.parts_automapped_pair with input as entry
	batch.parts_automapped_pair with input as undeclared
}

test_assumed if {
	batch.auto_mapping_assumed == set() with input as entry
	batch.auto_mapping_assumed == {"auto_mapping"} with input as undeclared
}

test_not_automapped if {
	not batch.automapped with input as changed("/entry/auto_mapping", false)
	not batch.automapped with input as changed("/entry/inherited", true)
	not batch.automapped with input as changed("/delegate/mailbox", false)
	not batch.automapped with input as changed("/recipient/resource_mailbox", true)
	not batch.automapped with input as changed("/entry/clients", {"declared": true, "owa": true})
	not batch.automapped with input as changed("/entry/permission", "send_as")
}

test_not_parted_when_both_move if {
	not batch.parts_automapped_pair with input as changed("/batch/parts", false)
}

folder := json.patch(entry, [
	{"op": "add", "path": "/entry", "value": {
		"kind": "folder_grant", "permission": "folder", "named_delegate": true,
		"access_rights": {"declared": true, "Reviewer": true}, "access_rights_count": 1,
	}},
	{"op": "add", "path": "/pair", "value": {"outlook_delegate": false}},
])

test_folder_right if {
	batch.folder_right with input as folder
	not batch.folder_right with input as json.patch(folder, [{"op": "add", "path": "/entry/named_delegate", "value": false}])
	not batch.folder_right with input as json.patch(folder, [{"op": "add", "path": "/delegate/group", "value": true}])
	not batch.folder_right with input as json.patch(folder, [{"op": "add", "path": "/pair/outlook_delegate", "value": true}])
}

send_as := changed("/entry", {"permission": "send_as", "inherited": false})

test_binds_together if {
	batch.binds_together == "yes" with input as entry
	batch.binds_together == "yes" with input as folder
	batch.binds_together == "yes" with input as send_as
}

test_binds_nobody if {
	batch.binds_together == "no" with input as changed("/entry/permission", "send_on_behalf")
	batch.binds_together == "no" with input as changed("/entry/application", true)
	batch.binds_together == "no" with input as json.patch(send_as, [{"op": "add", "path": "/entry/inherited", "value": true}])
	batch.binds_together == "no" with input as json.patch(send_as, [{"op": "add", "path": "/recipient/resource_mailbox", "value": true}])
	batch.binds_together == "no" with input as json.patch(send_as, [{"op": "add", "path": "/recipient/mailbox", "value": false}])
	batch.binds_together == "no" with input as json.patch(send_as, [{"op": "add", "path": "/delegate/mailbox", "value": false}])
}

test_the_delegate_is_one_or_people_of_a_group if {
	batch.delegate_is == "individual" with input as {"delegate": {"group": false}}
	batch.delegate_is == "group" with input as {"delegate": {"group": true}}
}
