package hybridlint.send_on_behalf.send_on_behalf_delegate_not_aclable_test

import data.hybridlint.send_on_behalf.send_on_behalf_delegate_not_aclable as rule
import rego.v1

# An on-premises owner names somebody who was moved while the setting was off.
entry := {
	"entry": {"permission": "send_on_behalf"},
	"delegate": {"group": false, "resource_mailbox": false, "provisioned_by": "migration"},
	"delegate_object": {
		"at_home": false,
		"in_cloud": false,
		"forest_is_origin": "yes",
		"moved_before_aclable_enabled": false,
	},
	"home_forest": {"exchange_version": "2019", "aclable_synced_object_enabled": false},
	"acting": {"direction": "cloud_to_on_premises"},
}

found(assumed) := {{"at": ["delegate"], "vars": {"set_cmdlet": "Set-Mailbox"}, "assumed": assumed}}

changed(path, value) := json.patch(entry, [{"op": "add", "path": path, "value": value}])

test_not_aclable if {
	rule.finding == found(set()) with input as entry
}

test_an_undeclared_setting_is_assumed if {
	facts := json.remove(entry, ["home_forest/aclable_synced_object_enabled"])
	rule.finding == found({"aclable_synced_object_enabled"}) with input as facts
}

test_an_entry_made_after_the_move if {
	count(rule.finding) == 1 with input as changed("/entry/established_before_move", false)
}

test_not_when_made_before_the_move if {
	count(rule.finding) == 0 with input as changed("/entry/established_before_move", true)
}

test_not_when_aclable if {
	count(rule.finding) == 0 with input as changed("/delegate_object/recipient_display_type", -1073741818)
}

test_not_when_nobody_knows if {
	count(rule.finding) == 0 with input as changed("/delegate_object/forest_is_origin", "unknown")
}

test_not_for_a_group if {
	facts := json.patch(entry, [
		{"op": "replace", "path": "/delegate/group", "value": true},
		{"op": "add", "path": "/delegate_object/recipient_display_type", "value": -2147483642},
	])
	count(rule.finding) == 0 with input as facts
}

test_not_in_another_direction if {
	every direction in ["same", "on_premises_to_cloud", "on_premises_to_on_premises"] {
		count(rule.finding) == 0 with input as changed("/acting/direction", direction)
	}
}

test_not_for_another_permission if {
	count(rule.finding) == 0 with input as changed("/entry/permission", "full_access")
}
