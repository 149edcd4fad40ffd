package hybridlint.delegates.delegate_not_aclable_test

import data.hybridlint.delegates.delegate_not_aclable as rule
import rego.v1

# An on-premises manager adds a cloud user whose remote mailbox was created without the switch.
delegate := {
	"entry": {"kind": "outlook_delegate", "state": "planned"},
	"acting": {"cross_premises": true},
	"recipient": {"home": "on_premises"},
	"delegate": {"group": false, "resource_mailbox": false, "provisioned_by": "enable_remote_mailbox"},
	"delegate_object": {
		"at_home": false,
		"in_cloud": false,
		"forest_is_origin": "yes",
		"created_with_aclable_switch": false,
		"moved_before_aclable_enabled": false,
	},
	"home_forest": {"exchange_version": "2019"},
}

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

cloud_manager := json.patch(delegate, [
	{"op": "replace", "path": "/recipient", "value": {"home": "cloud", "provisioned_by": "migration"}},
	{"op": "replace", "path": "/delegate_object/in_cloud", "value": true},
])

test_not_aclable if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as delegate
}

test_setting_is_assumed if {
	facts := changed(delegate, "/delegate/provisioned_by", "migration")
	rule.finding == {{"at": ["delegate"], "assumed": {"aclable_synced_object_enabled"}}} with input as facts
}

test_display_type_in_the_cloud if {
	facts := changed(changed(cloud_manager, "/delegate_object/recipient_display_type", -2147483642), "/entry/state", "existing")
	rule.finding == {{"at": ["delegate"], "assumed": {"established_before_move"}}} with input as facts
}

test_not_in_the_cloud_without_a_contrary_fact if {
	count(rule.finding) == 0 with input as cloud_manager
}

test_not_when_set_up_before_the_move if {
	count(rule.finding) == 0 with input as changed(delegate, "/entry/established_before_move", true)
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed(delegate, "/acting/cross_premises", false)
}

test_not_when_aclable if {
	count(rule.finding) == 0 with input as changed(delegate, "/delegate_object/created_with_aclable_switch", true)
}

test_not_when_unknown if {
	count(rule.finding) == 0 with input as changed(delegate, "/delegate_object/forest_is_origin", "unknown")
}

test_not_for_a_grant if {
	count(rule.finding) == 0 with input as changed(delegate, "/entry/kind", "folder_grant")
}
