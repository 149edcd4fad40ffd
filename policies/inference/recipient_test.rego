package hybridlint.inference.recipient_test

import data.hybridlint.inference.recipient as inference
import rego.v1

# A mailbox that moved out of a forest whose setting is on.
moved := {
	"organization": {"directory_sync": {
		"declared": true,
		"entra_connect": {"declared": true, "exchange_hybrid_deployment": true},
		"cloud_sync": {"declared": false},
	}},
	"recipient": {"home": "cloud", "type": "user_mailbox", "provisioned_by": "migration", "group": false, "resource_mailbox": false},
	"object": {"at_home": false, "in_cloud": false, "forest_is_origin": "yes", "moved_before_aclable_enabled": false},
	"forest": {"exchange_version": "SE", "aclable_synced_object_enabled": true},
}

changed(path, value) := json.patch(moved, [{"op": "replace", "path": path, "value": value}])

test_object_exists if {
	inference.object_exists == "yes" with input as moved
	inference.object_exists == "no" with input as changed("/recipient/provisioned_by", "cloud_direct")
}

test_object_aclable if {
	inference.object_aclable == {"answer": "yes", "assumed": set()} with input as moved
	inference.object_aclable.answer == "no" with input as changed("/forest/aclable_synced_object_enabled", false)
}

test_not_aclable_because if {
	inference.not_aclable_because == "moved_before" with input as changed("/object/moved_before_aclable_enabled", true)
	inference.not_aclable_because == "version" with input as changed("/forest", {"exchange_version": "2010"})
	inference.not_aclable_because == "setting_off" with input as changed("/forest/aclable_synced_object_enabled", false)
	inference.not_aclable_because == "display_type" with input as json.patch(
		moved,
		[{"op": "add", "path": "/object/recipient_display_type", "value": -2147483642}],
	)
	inference.not_aclable_because == "setting_undeclared" with input as changed("/forest", {"exchange_version": "SE"})
}

test_x500_write_back if {
	inference.x500_write_back.answer == "yes" with input as moved
	inference.x500_write_back.answer == "unknown" with input as changed("/organization/directory_sync/declared", false)
}
