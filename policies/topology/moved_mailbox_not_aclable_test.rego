package hybridlint.topology.moved_mailbox_not_aclable_test

import data.hybridlint.inference.recipient as inference
import data.hybridlint.topology.moved_mailbox_not_aclable as rule
import rego.v1

# A mailbox that moved before the setting was on.
recipient := {
	"recipient": {"home": "cloud", "type": "user_mailbox", "provisioned_by": "migration"},
	"viewed": true,
	"object": {},
	"forest": {"holds_mailbox": true},
}

changed(path, value) := json.patch(recipient, [{"op": "add", "path": path, "value": value}])

not_aclable := {"answer": "no", "assumed": set()}

test_moved if {
	every type in ["user_mailbox", "shared_mailbox"] {
		rule.finding == {{"at": ["provisioned_by"], "assumed": set(), "vars": {"cause": "setting_undeclared"}}} with input as changed("/recipient/type", type)
			with inference.object_aclable as not_aclable
	}
}

test_undeclared_setting_is_assumed if {
	assumed := {"aclable_synced_object_enabled"}
	rule.finding == {{"at": ["provisioned_by"], "assumed": assumed, "vars": {"cause": "setting_undeclared"}}} with input as recipient
		with inference.object_aclable as {"answer": "no", "assumed": assumed}
}

test_display_type_decides if {
	facts := changed("/object/recipient_display_type", -2147483642)
	rule.finding == {{"at": ["object", "recipient_display_type"], "assumed": set(), "vars": {"cause": "display_type"}}} with input as facts
		with inference.object_aclable as not_aclable
}

test_display_type_of_a_mailbox_of_unknown_way if {
	facts := json.remove(changed("/object/recipient_display_type", -2147483642), ["recipient/provisioned_by"])
	count(rule.finding) == 1 with input as facts with inference.object_aclable as not_aclable
}

test_not_when_nothing_is_declared if {
	count(rule.finding) == 0 with input as json.remove(recipient, ["recipient/provisioned_by"])
		with inference.object_aclable as not_aclable
}

test_not_when_created if {
	every way in ["new_remote_mailbox", "enable_remote_mailbox", "cloud_direct"] {
		facts := json.patch(changed("/recipient/provisioned_by", way), [{"op": "add", "path": "/object/recipient_display_type", "value": -2147483642}])
		count(rule.finding) == 0 with input as facts with inference.object_aclable as not_aclable
	}
}

test_not_when_aclable_or_unknown if {
	every answer in ["yes", "unknown"] {
		count(rule.finding) == 0 with input as recipient
			with inference.object_aclable as {"answer": answer, "assumed": set()}
	}
}

test_not_for_a_resource if {
	every type in ["room_mailbox", "equipment_mailbox"] {
		count(rule.finding) == 0 with input as changed("/recipient/type", type)
			with inference.object_aclable as not_aclable
	}
}

test_not_when_all_mailboxes_have_left if {
	count(rule.finding) == 0 with input as changed("/forest/holds_mailbox", false)
		with inference.object_aclable as not_aclable
}

test_not_for_a_mailbox_on_premises if {
	count(rule.finding) == 0 with input as changed("/recipient/home", "on_premises")
		with inference.object_aclable as not_aclable
}
