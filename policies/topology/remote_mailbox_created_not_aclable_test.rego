package hybridlint.topology.remote_mailbox_created_not_aclable_test

import data.hybridlint.inference.recipient as inference
import data.hybridlint.topology.remote_mailbox_created_not_aclable as rule
import rego.v1

# A new employee's mailbox, created from on-premises.
recipient := {
	"recipient": {"home": "cloud", "type": "user_mailbox", "provisioned_by": "new_remote_mailbox"},
	"viewed": true,
	"forest": {"holds_mailbox": true},
}

changed(path, value) := json.patch(recipient, [{"op": "replace", "path": path, "value": value}])

not_aclable := {"answer": "no", "assumed": set()}

fires := {{"at": ["provisioned_by"]}}

test_created_without_the_switch if {
	every way in ["new_remote_mailbox", "enable_remote_mailbox"] {
		rule.finding == fires with input as changed("/recipient/provisioned_by", way)
			with inference.object_aclable as not_aclable
	}
}

test_shared_mailbox if {
	rule.finding == fires with input as changed("/recipient/type", "shared_mailbox")
		with inference.object_aclable as not_aclable
}

test_not_when_aclable_or_unknown if {
	every answer in ["yes", "unknown"] {
		count(rule.finding) == 0 with input as recipient
			with inference.object_aclable as {"answer": answer, "assumed": set()}
	}
}

test_not_when_made_in_another_way if {
	every way in ["migration", "cloud_direct"] {
		count(rule.finding) == 0 with input as changed("/recipient/provisioned_by", way)
			with inference.object_aclable as not_aclable
	}
}

test_not_when_it_is_not_declared_how if {
	count(rule.finding) == 0 with input as json.remove(recipient, ["recipient/provisioned_by"])
		with inference.object_aclable as not_aclable
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
