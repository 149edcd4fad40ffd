package hybridlint.folders.folder_delegate_not_aclable_test

import data.hybridlint.folders.folder_delegate_not_aclable as rule
import rego.v1

# A cloud user whose remote mailbox was created without the switch gets a right on an on-premises folder.
grant := {
	"entry": {"kind": "folder_grant", "named_delegate": true, "state": "planned"},
	"acting": {"cross_premises": true},
	"recipient": {"home": "on_premises"},
	"delegate": {"group": false, "resource_mailbox": false, "provisioned_by": "new_remote_mailbox"},
	"delegate_object": {
		"at_home": false,
		"in_cloud": false,
		"forest_is_origin": "yes",
		"created_with_aclable_switch": false,
		"moved_before_aclable_enabled": false,
	},
	"home_forest": {"exchange_version": "2019"},
}

# A cloud mailbox and an on-premises delegate whose object in the cloud is declared without the flag.
cloud_mailbox := json.patch(grant, [
	{"op": "replace", "path": "/recipient", "value": {"home": "cloud", "provisioned_by": "migration"}},
	{"op": "replace", "path": "/delegate_object/in_cloud", "value": true},
	{"op": "add", "path": "/delegate_object/recipient_display_type", "value": -2147483642},
])

changed(facts, path, value) := json.patch(facts, [{"op": "add", "path": path, "value": value}])

test_not_aclable if {
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as grant
}

test_setting_is_assumed if {
	facts := changed(grant, "/delegate/provisioned_by", "migration")
	rule.finding == {{"at": ["delegate"], "assumed": {"aclable_synced_object_enabled"}}} with input as facts
}

test_move_is_assumed_for_an_existing_entry_of_a_migrated_mailbox if {
	rule.finding == {{"at": ["delegate"], "assumed": {"established_before_move"}}} with input as changed(cloud_mailbox, "/entry/state", "existing")
	rule.finding == {{"at": ["delegate"], "assumed": set()}} with input as cloud_mailbox
}

test_not_when_made_before_the_move if {
	count(rule.finding) == 0 with input as changed(grant, "/entry/established_before_move", true)
}

test_when_made_after_the_move if {
	count(rule.finding) == 1 with input as changed(grant, "/entry/established_before_move", false)
}

test_not_for_default if {
	count(rule.finding) == 0 with input as changed(grant, "/entry/named_delegate", false)
}

test_not_for_a_group if {
	count(rule.finding) == 0 with input as changed(changed(grant, "/delegate/group", true), "/delegate_object/recipient_display_type", -2147483642)
}

test_not_on_one_side if {
	count(rule.finding) == 0 with input as changed(grant, "/acting/cross_premises", false)
}

test_not_when_aclable if {
	count(rule.finding) == 0 with input as changed(grant, "/delegate_object/recipient_display_type", -1073741818)
}

test_not_when_unknown if {
	count(rule.finding) == 0 with input as changed(grant, "/delegate_object/forest_is_origin", "unknown")
}

test_not_for_none_alone if {
	count(rule.finding) == 0 with input as json.patch(grant, [
		{"op": "add", "path": "/entry/access_rights", "value": {"declared": true, "None": true}},
		{"op": "add", "path": "/entry/access_rights_count", "value": 1},
	])
}
